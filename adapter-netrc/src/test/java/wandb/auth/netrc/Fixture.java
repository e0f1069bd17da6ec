package wandb.auth.netrc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.StoreConfig;

/** Files, modes, environments and queries for the tests. */
final class Fixture {

    static final String OLD_KEY = "a".repeat(40);
    static final String NEW_KEY = "9".repeat(40);
    static final String OTHER_SECRET = "b".repeat(40);

    private Fixture() {}

    static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    static Environment environment(Path home, Map<String, String> variables) {
        return new Environment(variables, Optional.of(home), home, OperatingSystem.LINUX, Terminal.NONE);
    }

    static CredentialStore store(Path home) {
        return store(environment(home, Map.of()));
    }

    static CredentialStore store(Environment environment) {
        return new NetrcStoreProvider().open(environment, StoreConfig.EMPTY);
    }

    static Query query(String host) {
        return query(host, Profile.DEFAULT);
    }

    static Query query(String host, Profile profile) {
        return new Query(new Account(Host.parse(host), profile), Interaction.NONE, deadline());
    }

    static Deadline deadline() {
        return Deadline.after(Duration.ofHours(1), System.nanoTime());
    }

    static Map<String, String> variables(String name, String value) {
        Map<String, String> variables = new HashMap<>();
        variables.put(name, value);
        return variables;
    }

    static Path write(Path file, String text, String mode) throws IOException {
        return write(file, text.getBytes(StandardCharsets.UTF_8), mode);
    }

    static Path write(Path file, byte[] bytes, String mode) throws IOException {
        Files.write(file, bytes);
        Files.setPosixFilePermissions(file, permissions(mode));
        return file;
    }

    static String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** Of a file that its owner may not read, too; root may read it as it is. */
    static byte[] bytes(Path file) throws IOException {
        if (Files.isReadable(file)) {
            return Files.readAllBytes(file);
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_READ));
        try {
            return Files.readAllBytes(file);
        } finally {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    static String mode(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        int bits = 0;
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            bits = 2 * bits + (permissions.contains(permission) ? 1 : 0);
        }
        return "0" + (bits / 64) + (bits / 8 % 8) + (bits % 8);
    }

    static Set<PosixFilePermission> permissions(String mode) {
        int bits = Integer.parseInt(mode, 8);
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((bits >> (all.length - 1 - i)) % 2 == 1) {
                permissions.add(all[i]);
            }
        }
        return permissions;
    }

    /** The bytes of a recorded file: text, or base64, or parts to repeat and join. */
    static byte[] bytes(JsonNode content) throws IOException {
        if (content.isTextual()) {
            return content.asText().getBytes(StandardCharsets.UTF_8);
        }
        if (content.has("base64")) {
            return Base64.getDecoder().decode(content.get("base64").asText());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (JsonNode part : content.get("parts")) {
            for (int i = 0; i < part.path("repeat").asInt(1); i++) {
                bytes.write(part.get("text").asText().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
