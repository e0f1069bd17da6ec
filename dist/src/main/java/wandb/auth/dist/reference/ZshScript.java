package wandb.auth.dist.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * The completion script for zsh, by its own completion system; it can be sourced or put among the functions that are loaded
 * when they are needed. picocli's is its script for bash, run by an emulation that it sets up itself in every new shell.
 */
record ZshScript(CommandModel program) {

    private static final String TEMPLATE = """
            #compdef @PROGRAM@
            # Completion of @PROGRAM@ in zsh, written by '@PROGRAM@ completion zsh'.
            # After a first word that is not one of its commands, files are completed.

            # The words that are known here. Opens no store and changes nothing.
            __@PROGRAM@_login_ask() {
              local -a words=(${(f)"$(command wandb-auth auth candidates $argv[-1] </dev/null 2>/dev/null)"})
              (( $#words )) || words=(${=argv[-2]})
              compadd "${(@)argv[1,-3]}" -a words
            }

            @FUNCTIONS@
            if [[ ${zsh_eval_context[-1]-} == loadautofunc ]]; then
              _@PROGRAM@ "$@"
            elif (( $+functions[compdef] )); then
              compdef _@PROGRAM@ @PROGRAM@
            fi
            """;

    private static final String GROUP = """
            @FUNCTION@() {
              local curcontext=$curcontext state state_descr line ret=1
              local -A opt_args
              _arguments -C \\
                @ARGUMENTS@
                '1: :->command' '*:: :->rest' && ret=0
              case $state in
                command)
                  local -a commands=(
                    @COMMANDS@
                  )
                  _describe -t commands @LABEL@ commands && ret=0
                  ;;
                rest)
                  case $words[1] in
                    @DISPATCH@
                    *) _default && ret=0 ;;
                  esac
                  ;;
              esac
              return ret
            }
            """;

    private static final String COMMAND = """
            @FUNCTION@() {
              _arguments -S \\
                @ARGUMENTS@
                @REST@
            }
            """;

    private static final String PROGRAM_STARTER = """
            @FUNCTION@() {
              integer dashes=${words[(i)--]}
              if (( dashes < CURRENT )); then
                shift dashes words
                (( CURRENT -= dashes ))
                _normal
                return
              fi
              _arguments \\
                @ARGUMENTS@
                '*: :(--)'
            }
            """;

    String text() {
        StringBuilder functions = new StringBuilder();
        for (CommandModel command : program.all()) {
            functions.append(command.isGroup() ? group(command) : leaf(command)).append('\n');
        }
        return new Template(TEMPLATE)
                .put("FUNCTIONS", functions.toString().stripTrailing() + "\n")
                .put("PROGRAM", program.word())
                .text();
    }

    private static String group(CommandModel group) {
        List<String> commands = new ArrayList<>();
        List<String> dispatch = new ArrayList<>();
        for (CommandModel command : group.subcommands()) {
            commands.add(quoted(command.word() + ":" + command.summary().replace(":", "\\:")));
            dispatch.add(command.word() + ") " + function(command) + " && ret=0 ;;");
        }
        return new Template(GROUP)
                .put("FUNCTION", function(group))
                .lines("ARGUMENTS", options(group))
                .lines("COMMANDS", commands)
                .put("LABEL", quoted(group.line() + " command"))
                .lines("DISPATCH", dispatch)
                .text();
    }

    private static String leaf(CommandModel command) {
        Template template = new Template(command.startsProgram() ? PROGRAM_STARTER : COMMAND)
                .put("FUNCTION", function(command))
                .lines("ARGUMENTS", options(command));
        return command.startsProgram()
                ? template.text()
                : template.put("REST", rest(command)).text();
    }

    /** Only that of the program has the name that zsh expects; the others stay apart from what the SDK's script defines. */
    private static String function(CommandModel command) {
        return (command.words().size() == 1 ? "_" : "__") + String.join("__", command.words());
    }

    /** What can follow the options. Where no word is known, not a message: zsh would then complete no option either. */
    private static String rest(CommandModel command) {
        return command.argument()
                .map(argument -> quoted(
                        (argument.label().contains("...") ? "*:" : "1:") + argument.label() + ":" + action(argument)))
                .orElse("'*: :()'");
    }

    private static List<String> options(CommandModel command) {
        List<String> options = new ArrayList<>();
        for (OptionModel option : command.options()) {
            String others = "(" + String.join(" ", option.names()) + ")";
            String value = option.value().map(ZshScript::value).orElse("");
            for (String name : option.names()) {
                String form = name + (option.value().isPresent() && name.startsWith("--") ? "=" : "");
                options.add(quoted(others + form + "[" + bracketed(option.summary()) + "]" + value) + " \\");
            }
        }
        return options;
    }

    private static String value(ValueModel value) {
        boolean isUnknown = value.known().isEmpty() && value.asked().isEmpty();
        return ":" + value.label().replace(":", "\\:") + ":" + (isUnknown ? " " : action(value));
    }

    /** What is known beforehand counts where the program does not answer. */
    private static String action(ValueModel value) {
        String known = String.join(" ", value.known());
        return value.asked()
                .map(kind -> "__@PROGRAM@_login_ask \"" + known + "\" " + kind)
                .orElse("(" + known + ")");
    }

    private static String bracketed(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
