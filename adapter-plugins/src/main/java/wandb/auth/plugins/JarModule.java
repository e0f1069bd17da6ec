package wandb.auth.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/** A module whose content is a jar in memory. */
final class JarModule extends ModuleReference {

    private final PluginJar jar;

    JarModule(ModuleDescriptor descriptor, PluginJar jar) {
        super(descriptor, null);
        this.jar = jar;
    }

    PluginJar jar() {
        return jar;
    }

    @Override
    public ModuleReader open() {
        return new Reader(jar);
    }

    private record Reader(PluginJar jar) implements ModuleReader {

        @Override
        public Optional<URI> find(String name) {
            return jar.names().contains(name) ? Optional.of(InMemoryJarUrlHandler.of(jar, name)) : Optional.empty();
        }

        @Override
        public Optional<ByteBuffer> read(String name) throws IOException {
            return jar.content(name)
                    .map(bytes -> name.endsWith(".class") ? ExitCalls.guarded(bytes) : bytes)
                    .map(ByteBuffer::wrap);
        }

        @Override
        public Optional<InputStream> open(String name) throws IOException {
            return jar.content(name).map(ByteArrayInputStream::new);
        }

        @Override
        public Stream<String> list() {
            return jar.names().stream();
        }

        @Override
        public void close() {}
    }
}
