package wandb.auth.dist;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The two texts that every package of Debian brings. */
final class DebianDocuments {

    private DebianDocuments() {}

    static String changelog(Release release, Publisher publisher) {
        String date = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
                .format(release.time().atOffset(ZoneOffset.UTC));
        return Release.NAME + " (" + release.version() + ") unstable; urgency=medium\n\n"
                + "  * What changed is in CHANGELOG.md.gz, beside this file.\n\n"
                + " -- " + publisher.maintainer() + "  " + date + "\n";
    }

    /**
     * The file {@code copyright}.
     *
     * @param components a line for each library
     */
    static String copyright(List<String> components) {
        return """
                wandb-auth is licensed under the Apache License, Version 2.0, which is in
                /usr/share/common-licenses/Apache-2.0 on Debian systems.

                Copyright (C) 2026 the wandb-auth authors

                The package holds these libraries, and the Java runtime, under licences of
                their own, whose texts are in /usr/lib/wandb-auth/legal.

                  %s
                """.formatted(String.join("\n  ", components));
    }
}
