package wandb.auth.plugins;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars of one plugin as a layer of modules with a class loader of its own. It sees the modules of the JDK that are
 * promised, the contract, and its own libraries, of whichever version; nothing of another plugin, and no library of ours.
 */
final class PluginLayer {

    private static final String CONTRACT = "wandb.auth.domain";

    private final Map<String, JarModule> modules = new HashMap<>();
    private final List<String> derived = new ArrayList<>();

    private PluginLayer() {}

    /** Makes modules of the jars; none of their code runs. */
    static ModuleLayer of(List<PluginJar> jars) throws PluginException {
        PluginLayer layer = new PluginLayer();
        for (PluginJar jar : jars) {
            layer.add(jar);
        }
        for (JarModule module : layer.modules.values()) {
            layer.checkRequirements(module);
        }
        layer.checkPackages();
        return layer.define();
    }

    private void add(PluginJar jar) throws PluginException {
        ModuleDescriptorFactory descriptors = new ModuleDescriptorFactory(jar);
        ModuleDescriptor descriptor = descriptors.descriptor();
        String name = descriptor.name();
        if (isTaken(name)) {
            throw new PluginException(Messages.moduleTaken(jar.name(), name));
        }
        JarModule earlier = modules.put(name, new JarModule(descriptor, jar));
        if (earlier != null) {
            throw new PluginException(
                    Messages.sameModule(jar.name(), earlier.jar().name(), name));
        }
        if (!descriptors.isExplicit()) {
            derived.add(name);
        }
    }

    /**
     * A library of ours is not: the plugin may bring another version of it. Nor is every name that begins as those of Java
     * do: {@code java.annotation} is a library.
     */
    private static boolean isTaken(String name) {
        boolean isReserved = name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("wandb.auth.");
        return isReserved && ModuleLayer.boot().findModule(name).isPresent();
    }

    /** Two modules of one class loader cannot hold the same package. */
    private void checkPackages() throws PluginException {
        Map<String, JarModule> holders = new HashMap<>();
        for (JarModule module : modules.values()) {
            for (String name : module.descriptor().packages()) {
                JarModule other = holders.putIfAbsent(name, module);
                if (other != null) {
                    throw clash(other, module);
                }
            }
        }
    }

    private static PluginException clash(JarModule one, JarModule other) {
        SortedSet<String> both = new TreeSet<>(one.descriptor().packages());
        both.retainAll(other.descriptor().packages());
        List<String> jars =
                Stream.of(one, other).map(it -> it.jar().name()).sorted().toList();
        return new PluginException(Messages.samePackages(jars.getFirst(), jars.getLast(), both));
    }

    private void checkRequirements(JarModule module) throws PluginException {
        for (Requires requires : module.descriptor().requires()) {
            String name = requires.name();
            boolean isThere = modules.containsKey(name) || name.equals(CONTRACT) || isPromised(name);
            if (!isThere && !requires.modifiers().contains(Requires.Modifier.STATIC)) {
                throw new PluginException(Messages.moduleMissing(module.jar().name(), name));
            }
        }
    }

    private static boolean isPromised(String name) {
        ModuleDescriptor ours = PluginLayer.class.getModule().getDescriptor();
        return name.equals("java.base")
                || ours.requires().stream()
                        .anyMatch(promised -> promised.name().equals(name) && !name.startsWith("wandb.auth."));
    }

    private ModuleLayer define() throws PluginException {
        ModuleLayer boot = ModuleLayer.boot();
        try {
            Configuration configuration =
                    boot.configuration().resolveAndBind(new Finder(modules), ModuleFinder.of(), modules.keySet());
            ModuleLayer.Controller controller = ModuleLayer.defineModulesWithOneLoader(
                    configuration, List.of(boot), ClassLoader.getPlatformClassLoader());
            letLibrariesRead(controller);
            return controller.layer();
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            throw new PluginException(Messages.notFitting(e));
        }
    }

    /** A library that does not say what it needs may need everything that is there for it. */
    private void letLibrariesRead(ModuleLayer.Controller controller) {
        Set<Module> readable = ModuleLayer.boot().modules().stream()
                .filter(module -> isPromised(module.getName()))
                .collect(Collectors.toSet());
        readable.addAll(controller.layer().modules());
        for (String name : derived) {
            Module library = controller.layer().findModule(name).orElseThrow();
            readable.forEach(module -> controller.addReads(library, module));
        }
    }

    private record Finder(Map<String, JarModule> modules) implements ModuleFinder {

        @Override
        public Optional<ModuleReference> find(String name) {
            return Optional.ofNullable(modules.get(name));
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.copyOf(modules.values());
        }
    }
}
