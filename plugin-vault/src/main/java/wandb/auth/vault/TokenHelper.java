package wandb.auth.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import wandb.auth.domain.Environment;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/**
 * The program that keeps the tokens of the Vault command line, which its configuration names: {@code token_helper} in
 * {@code ~/.vault}, or in the file that {@code VAULT_CONFIG_PATH} names.
 */
record TokenHelper(Path program, Map<String, String> variables) {

    private static final String SETTING = "token_helper";
    private static final int SECONDS = 10;

    /** The one that is configured; empty if none is. */
    static Optional<TokenHelper> of(Environment environment) throws VaultStoreException {
        Optional<String> named = Variables.value(environment, "VAULT_CONFIG_PATH");
        Optional<Path> file = named.isPresent()
                ? Optional.of(Variables.file(environment, "VAULT_CONFIG_PATH", named.get()))
                : environment.home().map(home -> home.resolve(".vault"));
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return Optional.empty();
        }
        Optional<String> program = program(file.get());
        if (program.isEmpty()) {
            return Optional.empty();
        }
        checkIsOwn(file.get());
        String where = SETTING + " in " + TerminalSafe.whole(file.get().toString());
        return Optional.of(new TokenHelper(Variables.file(environment, where, program.get()), environment.variables()));
    }

    private static Optional<String> program(Path file) throws VaultStoreException {
        try {
            for (String line : Files.readString(file).split("\n", -1)) {
                int equals = line.indexOf('=');
                if (equals > 0 && line.substring(0, equals).strip().equals(SETTING)) {
                    return quoted(line.substring(equals + 1));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new VaultStoreException(Messages.configurationUnreadable(file));
        }
    }

    /** Root runs no program that another user names. */
    private static void checkIsOwn(Path file) throws VaultStoreException {
        try {
            if (!SecretFile.isLeftForRoot(file)) {
                return;
            }
        } catch (IOException e) {
            throw new VaultStoreException(Messages.configurationUnreadable(file));
        }
        throw new VaultStoreException(Messages.helperOfAnotherUser(file));
    }

    private static Optional<String> quoted(String value) {
        int first = value.indexOf('"');
        int last = value.indexOf('"', first + 1);
        return first < 0 || last < 0
                ? Optional.empty()
                : Optional.of(value.substring(first + 1, last)).filter(text -> !text.isEmpty());
    }

    /** The token that it keeps; empty if it keeps none. */
    Optional<String> token() throws VaultStoreException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "get")
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
            try (InputStream in = process.getInputStream()) {
                String text = new String(in.readNBytes(SecretFile.LONGEST), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new VaultStoreException(Messages.helperFailed(program, process.exitValue()));
                }
                return text.isBlank()
                        ? Optional.empty()
                        : Optional.of(SecretFile.secret(text, Messages.TOKEN_OF_HELPER));
            }
        } catch (VaultStoreException e) {
            throw e;
        } catch (IOException e) {
            throw new VaultStoreException(Messages.helperNotRunnable(program));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultStoreException(Messages.notAnsweringInTime());
        }
    }

    /** Without the variables, one of which may be a secret. */
    @Override
    public String toString() {
        return "TokenHelper[" + program + "]";
    }
}
