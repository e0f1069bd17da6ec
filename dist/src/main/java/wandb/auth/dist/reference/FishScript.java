package wandb.auth.dist.reference;

import java.util.ArrayList;
import java.util.List;

/** The completion script for fish. */
record FishScript(CommandModel program) {

    private static final String TEMPLATE = """
            # Completion of @PROGRAM@ in fish, written by '@PROGRAM@ completion fish'.
            # After a first word that is not one of its commands, files are completed.

            # Whether the words before the cursor are these and nothing else.
            function __@PROGRAM@_login_at
                set -l words (commandline -opc)
                set -e words[1]
                test "$words" = "$argv"
            end

            # Whether the words before the cursor begin with these, and two dashes do not follow.
            function __@PROGRAM@_login_in
                set -l words (commandline -opc)
                set -e words[1]
                contains -- -- $words; and return 1
                set -l count (count $argv)
                test (count $words) -ge $count; and test "$words[1..$count]" = "$argv"
            end

            # Whether the words before the cursor begin with these, and two dashes follow.
            function __@PROGRAM@_login_behind
                set -l words (commandline -opc)
                set -e words[1]
                contains -- -- $words; or return 1
                set -l count (count $argv)
                test (count $words) -ge $count; and test "$words[1..$count]" = "$argv"
            end

            # What fish would complete if the words after two dashes were the whole line.
            function __@PROGRAM@_login_program
                set -l words (commandline -opc)
                set -l first (math 1 + (contains -i -- -- $words))
                set -l line
                test (count $words) -ge $first; and set line (string escape -- $words[$first..-1])
                complete -C (string join ' ' -- $line (commandline -ct))
            end

            # The words that are known here. Opens no store and changes nothing.
            function __@PROGRAM@_login_ask
                command -sq wandb-auth; and command wandb-auth auth candidates $argv </dev/null 2>/dev/null
            end

            @COMPLETIONS@
            """;

    String text() {
        List<String> completions = new ArrayList<>();
        for (CommandModel command : program.all()) {
            addArguments(command, completions);
            addOptions(command, completions);
        }
        return new Template(TEMPLATE)
                .put("COMPLETIONS", String.join("\n", completions))
                .put("PROGRAM", program.word())
                .text();
    }

    private static void addArguments(CommandModel command, List<String> completions) {
        for (CommandModel subcommand : command.subcommands()) {
            completions.add(
                    line(command) + " -f -a " + quoted(subcommand.word()) + " -d " + quoted(subcommand.summary()));
        }
        if (!command.isGroup()) {
            completions.add(line(command) + " -f");
        }
        for (String word : command.argument().map(ValueModel::known).orElse(List.of())) {
            completions.add(line(command) + " -a " + quoted(word));
        }
        command.argument()
                .flatMap(ValueModel::asked)
                .ifPresent(kind -> completions.add(line(command) + " -a " + quoted(ask(kind))));
        if (command.startsProgram()) {
            completions.add(line(command) + " -a -- -d 'The program follows.'");
            completions.add(line("behind", command) + " -f -a '(__@PROGRAM@_login_program)'");
        }
    }

    private static void addOptions(CommandModel command, List<String> completions) {
        for (OptionModel option : command.options()) {
            StringBuilder line = new StringBuilder(line(command));
            for (String name : option.names()) {
                line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
            }
            if (option.value().isPresent()) {
                List<String> words = new ArrayList<>(option.value().get().known());
                option.value().get().asked().ifPresent(kind -> words.add(ask(kind)));
                line.append(" -x").append(words.isEmpty() ? "" : " -a " + quoted(String.join(" ", words)));
            }
            completions.add(line + " -d " + quoted(option.summary()));
        }
    }

    private static String ask(String kind) {
        return "(__@PROGRAM@_login_ask " + kind + ")";
    }

    private static String line(CommandModel command) {
        return line(command.isGroup() ? "at" : "in", command);
    }

    private static String line(String condition, CommandModel command) {
        List<String> words = command.words().subList(1, command.words().size());
        String test = "__@PROGRAM@_login_" + condition + (words.isEmpty() ? "" : " " + String.join(" ", words));
        return "complete -c @PROGRAM@ -n '" + test + "'";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
