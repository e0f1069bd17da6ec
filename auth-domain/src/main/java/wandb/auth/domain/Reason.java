package wandb.auth.domain;

/**
 * Why something did not work.
 *
 * @param problem what is wrong, as a sentence; never holds a secret
 * @param remedy what to do about it, as a sentence
 * @since 0.1
 */
public record Reason(String problem, String remedy) {

    @Override
    public String toString() {
        return problem + " " + remedy;
    }
}
