package wandb.auth.cli.guess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.port.NearestWord;

/**
 * What other tools call our commands, options, stores and shells: gh, docker, aws, gcloud, huggingface-cli, git's and
 * docker's credential helpers, and the Python SDK.
 */
public final class Synonyms {

    private static final Map<String, String> COMMANDS = table(
            "status: whoami me user info show current account display test-login",
            "login: signin sign-in log-in logon authenticate connect configure setup set-key setkey set-token add-key save"
                    + " add create set relogin reauth refresh auth-login",
            "logout: signout sign-out log-out logoff disconnect forget remove delete erase rm unset revoke clear"
                    + " delete-key remove-key auth-logout",
            "auth token: print print-access-token print-token print-key get get-key get-token get-api-key key api-key"
                    + " apikey access-token show-key show-token reveal fill password secret",
            "auth exec: run-with with env execute shell",
            "auth list: ls accounts account-list profiles logins users keys list-accounts list-profiles",
            "auth stores: backends backend helpers keyrings keychains providers store keyring keychain",
            "auth migrate: move mv transfer convert import export",
            "auth switch: use activate select set-profile use-profile profile use-context set-default change",
            "auth policy: policies rules restrictions",
            "auth doctor: diagnose diagnostics diagnosis check health healthcheck checkup fix repair debug",
            "completion: completions complete autocomplete autocompletion shell-completion tab-completion",
            "help: commands usage man manual h",
            "version: ver about");

    private static final Map<String, String> OPTIONS = table(
            "--help: -? --usage -help",
            "--version: -v --ver -version",
            "--anonymously: --anonymous --anon",
            "--host: --server --url --hostname --endpoint --api-url --api-host --base_url --instance --server-url --domain"
                    + " -H --entity-host",
            "--cloud: --public-cloud --saas --public",
            "--profile: --account --user --username --name --context --login-name -p -u --profile-name",
            "--key-stdin: --key --api-key --apikey --api_key --token --with-token --stdin --password-stdin --token-stdin"
                    + " --password -k --with-key --key-file --from-stdin",
            "--relogin: --force -f --reauth --again --re-login --overwrite --replace --refresh --force-login",
            "--verify: --check --validate --test --verify-key",
            "--no-verify: --skip-verify --noverify --offline --no-check --skip-verification --no-validate",
            "--allow-http: --insecure --http --plain-http --allow-insecure",
            "--store: --to --storage --backend --in --save-to --keep-in -s",
            "--to: --store --target --into --destination --backend --storage -t",
            "--keep-plaintext: --keep --keep-netrc --plaintext",
            "--all: -a --all-accounts --all-hosts --everything --all-profiles",
            "--dry-run: --dryrun -n --plan --simulate --what-if --whatif --noop",
            "--json: -j --format --output -o --as-json --raw");

    private static final Map<String, String> STORES = table(
            "keyring: keychain osxkeychain macos-keychain mac-keychain apple-keychain secretservice secret-service"
                    + " libsecret gnome-keyring gnome kwallet kde-wallet keepassxc wincred manager credential-manager"
                    + " windows-credential-manager windows dpapi system os native secure encrypted system-keyring",
            "netrc: file plaintext plain plain-text .netrc ~/.netrc _netrc disk text insecure default",
            "helper:pass: pass password-store passwordstore gpg gopass",
            "vault: hashicorp hashicorp-vault hcvault openbao bao");

    private static final Map<String, String> ACTIONS = table(
            "enable: on activate install add start",
            "disable: off deactivate uninstall remove rm delete stop",
            "status: show list info check",
            "add: new create set-up setup install enable",
            "remove: rm delete del uninstall drop forget disable");

    private static final Map<String, String> SHELLS = table(
            "bash: sh gitbash git-bash",
            "powershell: pwsh ps ps1 posh powershell.exe pwsh.exe",
            "zsh: oh-my-zsh ohmyzsh");

    /** The commands of the SDK's program, of versions 0.28 to 0.31, that are not ours. */
    private static final Set<String> OF_THE_SDK = Set.of(
            "agent",
            "artifact",
            "beta",
            "clean",
            "controller",
            "disabled",
            "docker",
            "docker-run",
            "enabled",
            "init",
            "job",
            "launch",
            "launch-agent",
            "launch-sweep",
            "leet",
            "local",
            "off",
            "offline",
            "on",
            "online",
            "projects",
            "pull",
            "purge-cache",
            "restore",
            "scheduler",
            "server",
            "sweep",
            "sweep-scheduler",
            "sync",
            "verify");

    private Synonyms() {}

    /** The words, after the program's name, of the command that this word means elsewhere; empty if unknown. */
    public static Optional<String> command(String word) {
        return of(word, COMMANDS);
    }

    /** The same for a word with a slip of the finger in it. */
    public static Optional<String> nearCommand(String word) {
        return NearestWord.of(word, COMMANDS.keySet()).map(COMMANDS::get);
    }

    /** The options that this one means elsewhere, the likeliest first, with blanks between them; empty if unknown. */
    public static Optional<String> options(String name) {
        return name.startsWith("--") ? of(name, OPTIONS) : Optional.ofNullable(OPTIONS.get(name));
    }

    /** The id of the store that this word means elsewhere; empty if unknown. */
    public static Optional<String> store(String id) {
        return of(id, STORES);
    }

    /** The shell that this word means; empty if unknown. */
    public static Optional<String> shell(String name) {
        return of(name, SHELLS);
    }

    /** Which of the words that follow a command was meant by another one; empty if none is near. */
    public static Optional<String> action(String word, List<String> actions) {
        for (String meant : of(word, ACTIONS).orElse("").split(" ", -1)) {
            if (actions.contains(meant)) {
                return Optional.of(meant);
            }
        }
        return NearestWord.of(word, actions);
    }

    /** Whether the Python SDK's program has this command. */
    public static boolean isOfTheSdk(String word) {
        return OF_THE_SDK.contains(word);
    }

    private static Optional<String> of(String word, Map<String, String> table) {
        return Optional.ofNullable(table.get(word.toLowerCase(Locale.ROOT)));
    }

    /** From rows of what is ours and, after a colon and a blank, what it is called elsewhere. */
    private static Map<String, String> table(String... rows) {
        Map<String, String> table = new LinkedHashMap<>();
        for (String row : rows) {
            int end = row.indexOf(": ");
            for (String synonym : row.substring(end + 2).split(" ", -1)) {
                table.merge(synonym, row.substring(0, end), (first, second) -> first + " " + second);
            }
        }
        return table;
    }
}
