package wandb.auth.walk;

import java.util.Random;

/** What tests of many runs take: a credential helper that keeps each item in a file, and keys. */
final class Samples {

    static final String HELPER = """
            #!/bin/sh
            input=$(cat)
            case $1 in
                store) url=${input#*'"ServerURL":"'}; url=${url%%'"'*} ;;
                *) url=$input ;;
            esac
            item=$HOME/item-$(printf %s "$url" | cksum | tr ' ' -)
            case $1 in
                get) cat "$item" 2>/dev/null || { echo 'credentials not found in native keychain'; exit 1; } ;;
                store) printf %s "$input" > "$item" ;;
                erase) rm -f "$item" ;;
                list) echo '{}' ;;
            esac
            """;

    private Samples() {}

    static String key(Random random) {
        StringBuilder key = new StringBuilder();
        while (key.length() < 40) {
            key.append(Character.forDigit(random.nextInt(16), 16));
        }
        return key.toString();
    }
}
