package wandb.auth.dist;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The two texts that every package of Debian brings. */
final class DebianDocuments {

    /** Whom the package is from. */
    static final String MAINTAINER = "The wandb-login authors <wandb-login@example.invalid>";

    private DebianDocuments() {}

    /** The file {@code changelog}. */
    static String changelog(Release release) {
        String date = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
                .format(release.time().atOffset(ZoneOffset.UTC));
        return Release.NAME + " (" + release.version() + ") unstable; urgency=medium\n\n"
                + "  * What changed is in CHANGELOG.md.gz, beside this file.\n\n"
                + " -- " + MAINTAINER + "  " + date + "\n";
    }

    /**
     * The file {@code copyright}.
     *
     * @param components a line for each library
     */
    static String copyright(List<String> components) {
        return """
                wandb-login is licensed under the Apache License, Version 2.0, which is in
                /usr/share/common-licenses/Apache-2.0 on Debian systems.

                Copyright (C) 2026 the wandb-login authors

                The package holds these libraries, and the Java runtime, under licences of
                their own; those of the runtime are in /usr/lib/wandb-login/legal.

                  %s
                """.formatted(String.join("\n  ", components));
    }
}
