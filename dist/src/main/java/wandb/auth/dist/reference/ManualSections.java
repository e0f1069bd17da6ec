package wandb.auth.dist.reference;

import java.util.List;

/** What the manual pages say that the help does not: variables, files and exit codes. */
final class ManualSections {

    private static final List<String[]> ENVIRONMENT = List.of(
            variable("WANDB_API_KEY", "An API key. It is asked first, before any file or store."),
            variable(
                    "WANDB_IDENTITY_TOKEN_FILE",
                    "A file with an identity token, for which the server gives an access token. Not together with"
                            + " WANDB_API_KEY."),
            variable("WANDB_BASE_URL", "The server. A key in WANDB_API_KEY is for that server only."),
            variable("WANDB_CONFIG_DIR", "The folder of settings and auth.ini, instead of ~/.config/wandb."),
            variable("WANDB_AUTH_POLICY", "The file with the policy, where /etc/wandb/auth.ini does not exist."),
            variable("WANDB_HTTP_TIMEOUT", "How many seconds a server may take to answer, 10 unless it is set."),
            variable(
                    "WANDB_CREDENTIALS_FILE",
                    "The file that keeps access tokens, instead of ~/.config/wandb/credentials.json."),
            variable("HTTPS_PROXY", "The proxy for servers with TLS; HTTP_PROXY, ALL_PROXY and NO_PROXY count too."),
            variable("SSL_CERT_FILE", "Certificates to trust, a PEM file; SSL_CERT_DIR names folders of them."),
            variable(
                    "WANDB_AUTH_TRACE",
                    "If it is true, each step of a run is shown on standard error, with its time; secrets are masked."),
            variable("WANDB_QUIET", "If it is true, only warnings and errors are shown."),
            variable("WANDB_SILENT", "If it is true, only errors are shown."),
            variable("NETRC", "The netrc file, instead of ~/.netrc."),
            variable("NO_COLOR", "If it is set, colours are turned off."));

    private static final List<String[]> FILES = List.of(
            file("~/.netrc", "The keys of the store netrc, in the entries of their servers. Else ~/_netrc."),
            file("~/.config/wandb/settings", "The settings of the Python SDK, with the server that is used."),
            file("wandb/settings", "The same for the folder that a command is run in."),
            file(
                    "~/.config/wandb/auth.ini",
                    "The accounts, the stores that hold their keys, and a policy of the user's own."),
            file("/etc/wandb/auth.ini", "The policy of this machine, set by its administrator."));

    private static final List<String[]> EXIT_CODES = List.of(
            code("0", "Success."),
            code("1", "Failure. The message says what is wrong, where, and what to do."),
            code("2", "The command line is wrong."),
            code("3", "A policy forbids it."),
            code("4", "No credential was found, and there is no terminal to prompt on."),
            code("5", "The server rejected the credential."),
            code("6", "The server could not be reached."),
            code("130", "Interrupted."));

    private ManualSections() {}

    /** Adds the sections to the page of a command. */
    static void addTo(Roff page, CommandModel command) {
        if (command.isGroup() || command.options().size() > 1) { // besides --help
            page.section("ENVIRONMENT").list(ENVIRONMENT);
            page.section("FILES").list(FILES);
        }
        page.section("EXIT STATUS");
        if (command.startsProgram()) {
            page.sentences("That of the program, which replaces this one; 127 if it is not found.");
            page.sentences("If it is not started:");
        }
        page.list(EXIT_CODES);
    }

    private static String[] variable(String name, String description) {
        return new String[] {"Ev " + name, description};
    }

    private static String[] file(String path, String description) {
        return new String[] {"Pa " + Roff.argument(path), description};
    }

    private static String[] code(String code, String description) {
        return new String[] {code, description};
    }
}
