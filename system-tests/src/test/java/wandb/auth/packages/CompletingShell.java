package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/**
 * A shell that knows the completion script of a package. Bash and zsh are typed to: they write all words that fit into the
 * line, and what stands there then is shown by a function in the place of the program.
 */
enum CompletingShell {
    BASH {
        @Override
        Set<String> complete(Machine machine, Path root, String line) throws IOException, InterruptedException {
            Path startup = machine.write(
                    "bashrc", """
                    PS1='ready> '
                    bind 'set enable-bracketed-paste off'
                    wandb() { printf '<%s>' "$@"; echo '<en''d>'; }
                    wandb-auth() { wandb "$@"; }
                    . SCRIPT
                    . SCRIPT-auth
                    """.replace("SCRIPT", root + "/usr/share/bash-completion/completions/wandb"));
            return typed(machine, root, line, "\u001b*", "bash", "--noprofile", "--rcfile", startup.toString(), "-i");
        }
    },
    ZSH {
        @Override
        Set<String> complete(Machine machine, Path root, String line) throws IOException, InterruptedException {
            machine.need("zsh", "zsh");
            machine.write(".zshrc", """
                    PS1='ready> '
                    unsetopt prompt_cr prompt_sp
                    fpath=(FOLDER $fpath)
                    autoload -U compinit
                    compinit -u -D
                    zstyle ':completion:*' completer _all_matches _complete
                    zstyle ':completion:*' old-matches false
                    zstyle ':completion:*' insert yes
                    zstyle ':completion:*' verbose no
                    wandb() { printf '<%s>' "$@"; echo '<en''d>'; }
                    wandb-auth() { wandb "$@"; }
                    """.replace("FOLDER", root + "/usr/share/zsh/vendor-completions"));
            return typed(machine, root, line, "\t", "zsh", "-d", "-i");
        }
    },
    FISH {
        @Override
        Set<String> complete(Machine machine, Path root, String line) throws IOException, InterruptedException {
            machine.need("fish", "fish");
            // It reads the script of a program that is there only.
            Map<String, String> variables = Map.of(
                    "PATH",
                    root + "/usr/bin:/usr/bin:/bin",
                    "XDG_DATA_DIRS",
                    root + "/usr/share:/usr/share",
                    "LC_ALL",
                    "C.UTF-8",
                    "LINE",
                    line);
            Run run = machine.run(variables, "fish", "-c", "complete -C \"$LINE\"");
            assertEquals("", run.ends(0).err());
            Set<String> words = new TreeSet<>();
            run.out().lines().forEach(word -> words.add(word.split("\t", 2)[0]));
            return words;
        }
    };

    private static final Pattern WORD = Pattern.compile("<([^<>]*)>");

    /** The words that the shell offers for the last one of the line. */
    abstract Set<String> complete(Machine machine, Path root, String line) throws IOException, InterruptedException;

    private static Set<String> typed(Machine machine, Path root, String line, String key, String... shell)
            throws IOException, InterruptedException {
        machine.need("python3", "python3");
        List<String> command = new ArrayList<>(
                List.of("python3", Checkout.resource("interactive_shell.py").toString()));
        command.addAll(List.of("ready> ", "<end>"));
        command.addAll(List.of(shell));
        Map<String, String> variables =
                Map.of("PATH", root + "/usr/bin:/usr/bin:/bin", "TERM", "dumb", "LC_ALL", "C.UTF-8", "COLUMNS", "2000");
        Run run = machine.runReading(line + key + "\r", variables, command.toArray(String[]::new))
                .ends(0);
        return added(line, run.out());
    }

    /** What stands in the line that was not typed before. */
    private static Set<String> added(String line, String shown) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(shown.substring(shown.lastIndexOf('\n', shown.indexOf("<end>"))));
        while (word.find() && !word.group(1).equals("end")) {
            words.add(word.group(1));
        }
        String[] typed = line.split(" ", -1);
        Set<String> added = new TreeSet<>(words.subList(Math.min(typed.length - 2, words.size()), words.size()));
        added.remove(typed[typed.length - 1]);
        return added;
    }
}
