package wandb.auth.domain.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;

/** One thing that a policy forbids. */
public sealed interface Restriction {

    /** The rule that forbids it, to be shown to whoever runs into it. */
    Rule rule();

    /** A source is not asked. */
    record SourceOff(SourceId source, Rule rule) implements Restriction {}

    /** What a source holds is not used: nothing ties it to the account that is meant. */
    record NotForThisAccount(SourceId source, Rule rule) implements Restriction {}

    /**
     * What other sources hold is not used: only a workspace's file names the server.
     *
     * @param source the source whose credential is used
     */
    record OnlySource(SourceId source, Rule rule) implements Restriction {}

    /**
     * No command is run: only a workspace's file names the server.
     *
     * @param except the commands whose own settings name it
     */
    record NoCommand(Set<SourceId> except, Rule rule) implements Restriction {

        private static final String KIND = "command:";

        public NoCommand {
            except = Set.copyOf(except);
        }

        boolean includes(SourceId source) {
            return source.value().startsWith(KIND) && !except.contains(source);
        }
    }

    /** Keys are saved to these stores only. */
    record OnlyStores(List<SourceId> stores, Rule rule) implements Restriction {
        public OnlyStores {
            stores = List.copyOf(stores);
        }
    }

    /**
     * A credential counts only where it is kept at least so well.
     *
     * @param least the weakest protection that is allowed
     */
    record LeastProtection(Protection least, Rule rule) implements Restriction {}

    /**
     * Only these servers may be logged in to.
     *
     * @param hosts the servers
     */
    record OnlyHosts(List<HostPattern> hosts, Rule rule) implements Restriction {
        public OnlyHosts {
            hosts = List.copyOf(hosts);
        }
    }

    /** A key is not taken from the command line, where other users of the machine and the shell's history see it. */
    record NoKeyArgument(Rule rule) implements Restriction {}

    /** A key is saved only after its server has confirmed it. */
    record VerifiedOnly(Rule rule) implements Restriction {}

    /**
     * Whatever is done with a credential is recorded, or it is not done.
     *
     * @param file the absolute path of the file that it is recorded in
     */
    record Recorded(Path file, Rule rule) implements Restriction {}

    /**
     * Only these programs and plugins run.
     *
     * @param kind which kind of them
     * @param digests their SHA-256, each 64 lower-case hexadecimal digits; none where nothing of the kind may run
     */
    record OnlyPrograms(Kind kind, Set<String> digests, Rule rule) implements Restriction {

        /** What runs besides this program. */
        public enum Kind {
            PLUGIN,
            HELPER
        }

        public OnlyPrograms {
            digests = Set.copyOf(digests);
        }
    }
}
