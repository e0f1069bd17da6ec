package wandb.auth.architecture;

import java.util.Locale;
import java.util.Optional;

/** The modules of the design, and which of our modules each may need beside itself. */
enum ProjectModule {
    DOMAIN("auth-domain"),
    FILES("auth-files"),
    APP("auth-app"),
    NETRC("adapter-netrc"),
    SETTINGS("adapter-settings"),
    CONFIG("adapter-config"),
    KEYRING("adapter-keyring"),
    HTTP("adapter-http"),
    HELPER("adapter-helper"),
    PLUGINS("adapter-plugins"),
    /** A plugin, beside the image and not in it. */
    VAULT("plugin-vault"),
    /** Tests for authors of stores. */
    TESTKIT("store-testkit"),
    CLI("cli"),
    /** Builds the image and is not in it. */
    DIST("dist");

    private final String folder;

    ProjectModule(String folder) {
        this.folder = folder;
    }

    /** The module that a folder of the project is. */
    static Optional<ProjectModule> inFolder(String folder) {
        for (ProjectModule module : values()) {
            if (module.folder.equals(folder)) {
                return Optional.of(module);
            }
        }
        return Optional.empty();
    }

    /** The module of a package below the root package; empty for any other. */
    static Optional<ProjectModule> ofPackage(String root, String packageName) {
        for (ProjectModule module : values()) {
            String name = module.packageName(root);
            if (packageName.equals(name) || packageName.startsWith(name + ".")) {
                return Optional.of(module);
            }
        }
        return Optional.empty();
    }

    String packageName(String root) {
        return root + "." + name().toLowerCase(Locale.ROOT);
    }

    boolean mayNeed(ProjectModule other) {
        return this == other
                || switch (this) {
                    case DOMAIN, FILES -> false;
                    case APP, VAULT, TESTKIT -> other == DOMAIN;
                    case CLI -> other == APP || other == DOMAIN;
                    case DIST -> other == CLI || other == DOMAIN;
                    case NETRC, SETTINGS, CONFIG, KEYRING, HTTP, HELPER, PLUGINS -> other == DOMAIN || other == FILES;
                };
    }

    boolean isAdapter() {
        return folder.startsWith("adapter-");
    }
}
