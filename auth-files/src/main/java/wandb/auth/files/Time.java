package wandb.auth.files;

/** The clocks, and the pauses in which other programs are waited for. */
interface Time {

    /** That of this machine. */
    Time OF_THE_MACHINE = new Time() {

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public long currentTimeMillis() {
            return System.currentTimeMillis();
        }

        @Override
        public boolean pause(long millis) {
            try {
                Thread.sleep(millis);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    };

    /** As {@link System#nanoTime()}. */
    long nanoTime();

    /** As {@link System#currentTimeMillis()}, the clock of the times that files have. */
    long currentTimeMillis();

    /** Waits for so many milliseconds; false if the thread was interrupted, which stays noted. */
    boolean pause(long millis);
}
