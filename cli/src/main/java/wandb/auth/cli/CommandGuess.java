package wandb.auth.cli;

import java.util.Optional;
import wandb.auth.cli.terminal.ProgramName;

/** Which command was meant by a word that is none: the one that is the fewest slips of the finger away. */
final class CommandGuess {

    private CommandGuess() {}

    /**
     * Guesses.
     *
     * @param word what was typed
     * @param group the words before it, as messages are written
     * @return the command as it can be typed; empty where none is near
     */
    static Optional<String> of(String word, String group, ProgramName program) {
        Optional<String> nearest = Optional.empty();
        int fewest = 1 + Math.min(2, word.length() / 2);
        for (Commands command : Commands.values()) {
            int slips = slips(word, command.word());
            if (HelpText.isListed(command, group) && slips < fewest) {
                fewest = slips;
                nearest = Optional.of(program.in(command.line()));
            }
        }
        return nearest;
    }

    /** How many letters to leave out, put in, change or swap with the next make one word of the other. */
    static int slips(String typed, String meant) {
        int[][] slips = new int[typed.length() + 1][meant.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : fewest(slips, typed, i, meant, j);
            }
        }
        return slips[typed.length()][meant.length()];
    }

    private static int fewest(int[][] slips, String typed, int i, String meant, int j) {
        boolean same = typed.charAt(i - 1) == meant.charAt(j - 1);
        int fewest = Math.min(slips[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && typed.charAt(i - 1) == meant.charAt(j - 2)
                && typed.charAt(i - 2) == meant.charAt(j - 1);
        return swapped ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
    }
}
