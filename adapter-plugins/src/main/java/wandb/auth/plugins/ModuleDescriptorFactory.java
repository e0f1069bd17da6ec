package wandb.auth.plugins;

import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipException;

/**
 * What a jar is as a module: as it says itself; where it says nothing, as an automatic module would be (named as {@link
 * java.lang.module.ModuleFinder} does it, all its packages exported), except that it does not see the libraries of this
 * program, of which it may bring other versions.
 */
record ModuleDescriptorFactory(PluginJar jar) {

    private static final String DESCRIPTOR = "module-info.class";
    private static final String SERVICES = "META-INF/services/";

    /** Whether the jar says itself which module it is. */
    boolean isExplicit() {
        return jar.names().contains(DESCRIPTOR);
    }

    ModuleDescriptor descriptor() throws PluginException {
        try {
            Optional<byte[]> written = jar.content(DESCRIPTOR);
            return written.isEmpty()
                    ? derived()
                    : ModuleDescriptor.read(ByteBuffer.wrap(written.get()), this::packages);
        } catch (ZipException e) {
            throw new PluginException(Messages.damagedJar(jar.name()));
        } catch (InvalidModuleDescriptorException | IllegalArgumentException e) {
            throw new PluginException(Messages.notModule(jar.name()));
        }
    }

    private ModuleDescriptor derived() throws ZipException {
        ModuleDescriptor.Builder module = ModuleDescriptor.newOpenModule(name());
        Set<String> packages = packages();
        module.packages(packages).requires("java.base");
        packages.forEach(module::exports);
        new ServiceUsageScanner(jar).names().forEach(module::uses);
        for (String file : jar.names()) {
            if (file.startsWith(SERVICES)) {
                List<String> providers = providers(jar.content(file).orElseThrow(), packages);
                if (!providers.isEmpty()) {
                    module.provides(file.substring(SERVICES.length()), providers);
                }
            }
        }
        return module.build();
    }

    private static List<String> providers(byte[] lines, Set<String> packages) {
        List<String> providers = new ArrayList<>();
        for (String line : new String(lines, StandardCharsets.UTF_8).split("\n", -1)) {
            int comment = line.indexOf('#');
            String name = (comment < 0 ? line : line.substring(0, comment)).strip();
            int dot = name.lastIndexOf('.');
            if (dot > 0 && packages.contains(name.substring(0, dot)) && !providers.contains(name)) {
                providers.add(name);
            }
        }
        return providers;
    }

    private Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        for (String name : jar.names()) {
            int slash = name.lastIndexOf('/');
            if (slash > 0 && name.endsWith(".class") && !name.startsWith("META-INF/")) {
                packages.add(name.substring(0, slash).replace('/', '.'));
            }
        }
        return packages;
    }

    private String name() {
        return jar.attribute("Automatic-Module-Name").orElseGet(() -> nameOfFile(jar.name()));
    }

    /** The file's name without ending and version, every other character a dot, as of an automatic module. */
    static String nameOfFile(String file) {
        String stem = file.substring(0, file.length() - ".jar".length());
        return stem.replaceFirst("-(\\d+(\\.|$)).*", "")
                .replaceAll("[^A-Za-z0-9]+", ".")
                .replaceAll("^\\.|\\.$", "");
    }
}
