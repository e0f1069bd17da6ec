package wandb.auth.config.message;

import java.util.List;

/** Lists as a sentence has them. */
public final class Lists {

    private Lists() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String joined(List<?> items, String conjunction) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                text.append(i == items.size() - 1 ? " " + conjunction + " " : ", ");
            }
            text.append(items.get(i));
        }
        return text.toString();
    }
}
