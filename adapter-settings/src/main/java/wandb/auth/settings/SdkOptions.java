package wandb.auth.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Reason;

/**
 * What the Python SDK makes of an option of a settings file. One that it does not know, or whose value it cannot use, makes it
 * go on without any of the files.
 */
final class SdkOptions {

    private static final String TABLE = "sdk-options.txt";
    private static final int KIND = 1;
    private static final int VERSIONS = 2;
    private static final int LONGEST_TAG = 64;
    private static final String NOT_IN_AN_ID = ":;,#?/'";
    private static final Set<String> TRUTHS =
            Set.of("0", "off", "f", "false", "n", "no", "1", "on", "t", "true", "y", "yes");

    private final Map<String, String[]> known = new HashMap<>();

    private SdkOptions(String table) {
        for (String line : table.split("\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] words = line.split(" ", -1);
                known.put(words[0], words);
            }
        }
    }

    /** Those of versions 0.28 and 0.31. */
    static SdkOptions read() {
        try (InputStream table = Objects.requireNonNull(SdkOptions.class.getResourceAsStream(TABLE), TABLE)) {
            return new SdkOptions(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the SDK goes on without the files; empty if it takes the option. */
    Optional<Reason> rejection(String name, String value) {
        String[] option = known.get(name);
        if (option == null) {
            return Optional.of(Messages.optionUnknownToSdk(name));
        }
        if (!isAccepted(option[KIND], value)) {
            return Optional.of(Messages.valueRejectedBySdk(name));
        }
        if (option.length <= VERSIONS) {
            return Optional.empty();
        }
        boolean isGone = option[VERSIONS].startsWith("<");
        return Optional.of(isGone ? Messages.optionGoneFromSdk(name) : Messages.optionOfNewerSdk(name));
    }

    private static boolean isAccepted(String kind, String value) {
        return switch (kind) {
            case "filled" -> !value.isEmpty();
            case "bool" -> TRUTHS.contains(value.toLowerCase(Locale.ROOT));
            case "whole" -> isNumber(value) && isWhole(value);
            case "count" -> isNumber(value) && isWhole(value) && !value.startsWith("-");
            case "number" -> isNumber(value);
            case "positive" -> isNumber(value) && !value.startsWith("-");
            case "object" -> isWithin(value, '{', '}');
            case "list" -> isWithin(value, '[', ']');
            case "json" -> isWithin(value, '{', '}') || isWithin(value, '[', ']');
            case "url" -> isUrl(value.toLowerCase(Locale.ROOT));
            case "id" -> !value.isEmpty() && value.chars().noneMatch(c -> NOT_IN_AN_ID.indexOf(c) >= 0);
            case "tag" -> !value.isEmpty() && value.length() <= LONGEST_TAG;
            case "moment" -> value.indexOf("?_step=") > 0;
            case "none" -> false;
            case "text", "other" -> true;
            default ->
                kind.startsWith("min:")
                        ? isAtLeast(kind.substring("min:".length()), value)
                        : isOneOf(kind.substring("one:".length()), value);
        };
    }

    private static boolean isOneOf(String values, String value) {
        for (String each : values.split(",", -1)) {
            if (each.equals(value) || (each.equals("bool") && isAccepted("bool", value))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(String value, char opening, char closing) {
        return value.length() > 1 && value.charAt(0) == opening && value.charAt(value.length() - 1) == closing;
    }

    private static boolean isUrl(String value) {
        int name = value.startsWith("http://") ? "http://".length() : "https://".length();
        boolean hasScheme = value.startsWith("http://") || value.startsWith("https://");
        return hasScheme && value.length() > name && value.charAt(name) != '/' && value.indexOf(' ') < 0;
    }

    private static boolean isAtLeast(String least, String value) {
        try {
            return Double.parseDouble(value) >= Double.parseDouble(least);
        } catch (NumberFormatException e) {
            return isNumber(value);
        }
    }

    /** Python also takes an underscore between digits. */
    private static boolean isNumber(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        try {
            Double.parseDouble(word.replace("_", ""));
            return true;
        } catch (NumberFormatException e) {
            return word.endsWith("inf") || word.endsWith("infinity") || word.endsWith("nan");
        }
    }

    private static boolean isWhole(String value) {
        int dot = value.indexOf('.');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isPlace = (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '-' || i == dot;
            boolean isFraction = dot >= 0 && i > dot && c != '0';
            if (!isPlace || isFraction) {
                return false;
            }
        }
        return true;
    }
}
