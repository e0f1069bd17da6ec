package wandb.auth.files;

/** A moment's wait for other programs. */
final class Pause {

    private Pause() {}

    /** False where the thread was interrupted, which stays noted. */
    static boolean millis(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
