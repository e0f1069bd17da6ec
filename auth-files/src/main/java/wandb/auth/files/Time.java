package wandb.auth.files;

/** The clocks of this machine, and the pauses in which other programs are waited for. */
class Time {

    static final Time OF_THE_MACHINE = new Time();

    /** As {@link System#nanoTime()}. */
    long nanoTime() {
        return System.nanoTime();
    }

    /** As {@link System#currentTimeMillis()}, the clock of the times that files have. */
    long currentTimeMillis() {
        return System.currentTimeMillis();
    }

    /** Waits for so many milliseconds; false if the thread was interrupted, which stays noted. */
    boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
