package wandb.auth.dist.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * The completion script for bash. picocli's own is not used: it takes a subcommand for ours wherever on the line it finds
 * its name, and offers our subcommands behind one of the Python SDK.
 */
final class BashScript {

    private static final String TEMPLATE = """
            # Completion of @PROGRAM@ in bash, written by '@PROGRAM@ completion bash'.
            # Behind a first word that is none of its commands files are completed.
            # shellcheck shell=bash disable=SC2207

            _@PROGRAM@_login_complete() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
                local command=@PROGRAM@ words='' i j IFS=$' \\t\\n'
                COMPREPLY=()
                # Bash takes --option=value apart.
                if [[ $word == '=' ]]; then
                    word=
                elif [[ $before == '=' ]]; then
                    before=${COMP_WORDS[COMP_CWORD - 2]}
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
                ((${#COMPREPLY[@]})) || compopt +o default 2>/dev/null
                return 0
            }

            complete -o default -F _@PROGRAM@_login_complete @PROGRAM@
            """;

    private final CommandModel program;

    BashScript(CommandModel program) {
        this.program = program;
    }

    String text() {
        return new Template(TEMPLATE)
                .put("COMMANDS", patterns(program.all().stream().skip(1).toList()))
                .put(
                        "GROUPS",
                        patterns(program.all().stream()
                                .filter(CommandModel::isGroup)
                                .toList()))
                .put(
                        "LAUNCHERS",
                        patterns(program.all().stream()
                                .filter(CommandModel::startsProgram)
                                .toList()))
                .lines("VALUES", values())
                .lines("WORDS", words())
                .put("PROGRAM", program.word())
                .text();
    }

    private static String patterns(List<CommandModel> commands) {
        List<String> patterns = new ArrayList<>();
        for (CommandModel command : commands) {
            patterns.add(quoted(command.line()));
        }
        return String.join(" | ", patterns);
    }

    /** What follows an option that has a value. */
    private List<String> values() {
        List<String> values = new ArrayList<>();
        for (CommandModel command : program.all()) {
            for (OptionModel option : command.options()) {
                for (String name : option.value().isPresent() ? option.names() : List.<String>of()) {
                    String known = String.join(" ", option.value().get().known());
                    values.add(quoted(command.line() + " " + name) + ") words=" + quoted(known) + " ;;");
                }
            }
        }
        return values;
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (CommandModel command : program.all()) {
            List<String> candidates = new ArrayList<>();
            Candidate.after(command).forEach(candidate -> candidates.add(candidate.word()));
            words.add(quoted(command.line()) + ") words=" + quoted(String.join(" ", candidates)) + " ;;");
        }
        return words;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
