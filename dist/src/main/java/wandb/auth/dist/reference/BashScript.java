package wandb.auth.dist.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The completion script for bash. picocli's own is not used: it takes a subcommand for ours wherever on the line it finds
 * its name, and offers our subcommands after one of the Python SDK.
 */
record BashScript(CommandModel program) {

    private static final String TEMPLATE = """
            # Completion of @PROGRAM@ in bash, written by '@PROGRAM@ completion bash'.
            # After a first word that is not one of its commands, files are completed.
            # shellcheck shell=bash disable=SC2207

            # The words that are known here, each of letters, digits and /._-+@,:= only. Opens no store and changes nothing.
            _@PROGRAM@_login_ask() {
                command wandb-auth auth candidates "$1" </dev/null 2>/dev/null
            }

            _@PROGRAM@_login_complete() {
                local line=${COMP_LINE:0:COMP_POINT} word before
                local command=@PROGRAM@ words='' i j IFS=$' \\t\\n'
                COMPREPLY=()
                # Bash takes words apart at = and : as well.
                word=${line##*[[:blank:]]}
                line=${line%"$word"}
                line=${line%"${line##*[![:blank:]]}"}
                before=${line##*[[:blank:]]}
                if [[ $word == --*=* ]]; then
                    before=${word%%=*}
                    word=${word#*=}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$command ${COMP_WORDS[i]}" in
                        @COMMANDS@) command+=" ${COMP_WORDS[i]}" ;;
                        *) break ;;
                    esac
                done
                case $command in
                    @GROUPS@) ((i == COMP_CWORD)) || return 0 ;;
                esac
                for ((j = i; j < COMP_CWORD; j++)); do
                    if [[ ${COMP_WORDS[j]} == -- ]]; then
                        case $command in
                            @LAUNCHERS@) ((j + 1 < COMP_CWORD)) || COMPREPLY=($(compgen -c -- "$word")) ;;
                            *) compopt +o default 2>/dev/null ;;
                        esac
                        return 0
                    fi
                done
                case "$command $before" in
                    @VALUES@
                    *)
                        case $command in
                            @WORDS@
                        esac
                        ;;
                esac
                COMPREPLY=($(compgen -W "$words" -- "$word"))
                if ((${#COMPREPLY[@]} == 0)); then
                    compopt +o default 2>/dev/null
                elif [[ $word == *:* && $COMP_WORDBREAKS == *:* ]]; then
                    COMPREPLY=("${COMPREPLY[@]#"${word%"${word##*:}"}"}")
                fi
                return 0
            }

            complete -o default -F _@PROGRAM@_login_complete @PROGRAM@
            """;

    String text() {
        return new Template(TEMPLATE)
                .put("COMMANDS", patterns(command -> !command.equals(program)))
                .put("GROUPS", patterns(CommandModel::isGroup))
                .put("LAUNCHERS", patterns(CommandModel::startsProgram))
                .lines("VALUES", values())
                .lines("WORDS", words())
                .put("PROGRAM", program.word())
                .text();
    }

    private String patterns(Predicate<CommandModel> which) {
        return program.all().stream()
                .filter(which)
                .map(command -> quoted(command.line()))
                .collect(Collectors.joining(" | "));
    }

    /** What follows an option that has a value. */
    private List<String> values() {
        List<String> values = new ArrayList<>();
        for (CommandModel command : program.all()) {
            for (OptionModel option : command.options()) {
                for (String name : option.value().isPresent() ? option.names() : List.<String>of()) {
                    values.add(quoted(command.line() + " " + name) + ") "
                            + assigned(option.value().get()) + " ;;");
                }
            }
        }
        return values;
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (CommandModel command : program.all()) {
            List<String> candidates =
                    Candidate.after(command).stream().map(Candidate::word).toList();
            String asked = command.argument()
                    .flatMap(ValueModel::asked)
                    .map(kind -> "\"$(" + ask(kind) + ")\"")
                    .orElse("");
            words.add(quoted(command.line()) + ") words="
                    + quoted(String.join(" ", candidates) + (asked.isEmpty() ? "" : " ")) + asked + " ;;");
        }
        return words;
    }

    /** What is known beforehand counts where the program does not answer. */
    private static String assigned(ValueModel value) {
        String known = quoted(String.join(" ", value.known()));
        String otherwise = value.known().isEmpty() ? "" : "; words=${words:-" + known + "}";
        return value.asked()
                .map(kind -> "words=$(" + ask(kind) + ")" + otherwise)
                .orElse("words=" + known);
    }

    private static String ask(String kind) {
        return "_@PROGRAM@_login_ask " + kind;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
