package wandb.auth.netrc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes netrc files, most of them such as people write, with everything in them that is hard to read. A file depends on
 * nothing but the choices, and from choices that are all zero it becomes an empty one.
 */
final class NetrcFiles {

    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r", "\n\n", "\n \n", "\r\n\r\n");
    private static final List<String> BLANKS = List.of(" ", "\n  ", "\n", "\t", "  ", " \t ", "\r\n\t", "\n\n", "\r");
    private static final List<String> NAMES = List.of(
            "a.example",
            "b.example",
            "c.example:8080",
            "api.wandb.ai",
            "API.wandb.ai",
            "\"api.wandb.ai\"",
            "api.wandb\\.ai",
            "api.forge.coreweave.com",
            "api.wandb.ai+work",
            "api.wandb.ai+default",
            "\"api.wandb.ai+home\"",
            "wandb.example",
            "default",
            "machine",
            "'quoted'",
            "#name",
            "\"\"");
    private static final List<String> KEYWORDS = List.of("login", "password", "account", "user");
    private static final List<String> WORDS = List.of(
            "u",
            "secret",
            "\"two words\"",
            "\"a \\\" quote\"",
            "\"glued\"#x",
            "back\\slash",
            "blank\\ inside",
            "end\\\ninside",
            "#hash",
            "machine",
            "password",
            "default",
            "\"\"",
            "it's",
            "in\"side",
            "\u00fc\u20ac\ud83d\ude00",
            "\u2028\u0085\u00a0",
            "\u0000",
            "\ufeff",
            "\u001b[31m",
            "\\",
            "\"open");
    private static final List<String> COMMENTS = List.of(
            "# two words",
            "#",
            "#glued",
            "#glued two",
            "# machine api.wandb.ai login a password b",
            "# an \"open quote",
            "\"#\" quoted",
            "#\\");
    private static final List<String> MACRO_LINES =
            List.of("cd /pub", "machine api.wandb.ai", "  password x", "\"", "#", " ", "\\");
    private static final List<String> STRAY =
            List.of("port 22", "machine", "machine x login", "password y", "\"", "\f");
    private static final int LONG = 5_000;

    private final RandomGenerator choices;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final String lineEnd;

    private NetrcFiles(RandomGenerator choices) {
        this.choices = choices;
        this.lineEnd = one(LINE_ENDS);
    }

    static byte[] next(RandomGenerator choices) {
        int kind = choices.nextInt(10);
        NetrcFiles file = new NetrcFiles(choices);
        if (kind == 9) {
            file.bytes();
            return file.out.toByteArray();
        }
        file.parts(kind > 5);
        return kind == 8 ? file.damaged() : file.out.toByteArray();
    }

    private void parts(boolean mayBeWrong) {
        if (mayBeWrong && oneIn(8)) {
            write("\ufeff");
        }
        for (int left = choices.nextInt(7); left > 0; left--) {
            switch (choices.nextInt(mayBeWrong ? 9 : 7)) {
                case 0, 1, 2, 3 -> entry();
                case 4 -> write(one(COMMENTS));
                case 5 -> macro();
                case 6 -> write(one(BLANKS));
                case 7 -> write(one(STRAY));
                default -> bytes();
            }
            write(oneIn(4) ? one(BLANKS) : lineEnd);
        }
        if (oneIn(4)) {
            entry();
        }
    }

    private void entry() {
        write(oneIn(8) ? "default" : "machine" + one(BLANKS) + one(NAMES));
        if (oneIn(5)) {
            write(one(BLANKS) + "account profile:" + (oneIn(2) ? "work" : "home"));
        }
        String between = one(BLANKS);
        for (int left = choices.nextInt(4); left > 0; left--) {
            write(between + one(KEYWORDS) + (oneIn(4) ? one(BLANKS) : " "));
            word();
            if (oneIn(6)) {
                write(one(BLANKS) + one(COMMENTS));
            }
        }
    }

    private void word() {
        switch (choices.nextInt(12)) {
            case 9 -> write("x".repeat(LONG));
            case 10 -> out.write(0xe4); // a letter in Latin-1, no text in UTF-8
            case 11 -> out.writeBytes(new byte[] {'a', (byte) 0xc3, 'b', (byte) 0xff});
            default -> write(one(WORDS));
        }
    }

    private void macro() {
        write("macdef " + one(NAMES) + lineEnd);
        for (int left = choices.nextInt(3); left > 0; left--) {
            write(one(MACRO_LINES) + lineEnd);
        }
        write(oneIn(8) ? "" : lineEnd);
    }

    private void bytes() {
        for (int left = choices.nextInt(24); left > 0; left--) {
            out.write(choices.nextInt(256));
        }
    }

    /** The file with one byte replaced and another left out. */
    private byte[] damaged() {
        byte[] bytes = out.toByteArray();
        if (bytes.length == 0) {
            return bytes;
        }
        bytes[choices.nextInt(bytes.length)] = (byte) choices.nextInt(256);
        int without = choices.nextInt(bytes.length);
        out.reset();
        out.write(bytes, 0, without);
        out.write(bytes, without + 1, bytes.length - without - 1);
        return out.toByteArray();
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean oneIn(int times) {
        return choices.nextInt(times) == times - 1;
    }

    private String one(List<String> texts) {
        return texts.get(choices.nextInt(texts.size()));
    }
}
