package wandb.auth.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Restriction.OnlyPrograms.Kind;
import wandb.auth.domain.port.DynamicStoreProvider.Approval;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/**
 * One plugin.
 *
 * @param id its name, which is the id of what it provides
 * @param patience the longest that anybody waits for it
 */
record Plugin(SourceId id, Path folder, Duration patience) {

    /** Loads it, where the policy lets every one of its jars; whatever it does wrong is an answer. */
    StoreLookup open(Environment environment, StoreConfig section, Approval approval) {
        try {
            List<ReadFile> files = new JarFolder(folder).read();
            Optional<Rule> rule = forbidden(files, approval);
            return rule.isPresent()
                    ? new StoreLookup.Forbidden(rule.get())
                    : load(PluginLayer.of(jars(files)), environment, section);
        } catch (PluginException e) {
            return broken(e.reason());
        } catch (OutOfMemoryError e) {
            return broken(Messages.outOfMemory());
        }
    }

    private StoreLookup broken(Reason why) {
        return new StoreLookup.Broken(Messages.unusable(id, why));
    }

    /** Asked before anything is taken apart. */
    private static Optional<Rule> forbidden(List<ReadFile> files, Approval approval) {
        for (ReadFile file : files) {
            Optional<Rule> rule = approval.forbids(Kind.PLUGIN, file.sha256());
            if (rule.isPresent()) {
                return rule.map(
                        it -> new Rule(Messages.notAllowed(it.statement(), file.path(), file.sha256()), it.setAt()));
            }
        }
        return Optional.empty();
    }

    private static List<PluginJar> jars(List<ReadFile> files) throws PluginException {
        List<PluginJar> jars = new ArrayList<>();
        for (ReadFile file : files) {
            try {
                jars.add(new PluginJar(file));
            } catch (ZipException e) {
                throw new PluginException(Messages.unusableJar(file.path(), e));
            } catch (IOException | IllegalArgumentException e) {
                throw new PluginException(Messages.notJar(file.path()));
            }
        }
        return jars;
    }

    private StoreLookup load(ModuleLayer layer, Environment environment, StoreConfig section) {
        PluginExecutor guard = new PluginExecutor(id, layer, patience);
        return guarded(guard.load(() -> provided(layer, environment, section), StoreLookup.Broken::new), guard);
    }

    private static StoreLookup guarded(StoreLookup opening, PluginExecutor guard) {
        if (!(opening instanceof StoreLookup.Opened opened)) {
            return opening;
        }
        GuardedSource source = new GuardedSource(opened.source(), guard);
        return new StoreLookup.Opened(
                opened.source() instanceof CredentialStore store ? new GuardedStore(source, store, guard) : source);
    }

    /** Runs code of the plugin. */
    private StoreLookup provided(ModuleLayer layer, Environment environment, StoreConfig section) {
        List<String> others = new ArrayList<>();
        for (StoreProvider provider : providers(layer, StoreProvider.class)) {
            if (id.equals(provider.id())) {
                return opened(provider.open(environment, section));
            }
            others.add(String.valueOf(provider.id()));
        }
        for (SourceProvider provider : providers(layer, SourceProvider.class)) {
            if (id.equals(provider.id())) {
                return opened(provider.open(environment, section));
            }
            others.add(String.valueOf(provider.id()));
        }
        return broken(others.isEmpty() ? Messages.providesNothing() : Messages.provides(others));
    }

    private StoreLookup opened(@Nullable CredentialSource source) {
        return source == null ? broken(Messages.openedNothing()) : new StoreLookup.Opened(source);
    }

    /** Those of the layer itself: its parents have providers too. */
    private static <T> List<T> providers(ModuleLayer layer, Class<T> type) {
        List<T> providers = new ArrayList<>();
        ServiceLoader.load(layer, type).stream()
                .filter(provider -> layer.equals(provider.type().getModule().getLayer()))
                .forEach(provider -> providers.add(provider.get()));
        return providers;
    }
}
