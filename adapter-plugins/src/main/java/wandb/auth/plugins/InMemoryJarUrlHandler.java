package wandb.auth.plugins;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.spi.URLStreamHandlerProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Addresses of the files in jars that are held in memory: libraries open what lies beside their classes by address. */
public final class InMemoryJarUrlHandler extends URLStreamHandlerProvider {

    private static final String PROTOCOL = "wandb-plugin";
    private static final Map<String, PluginJar> JARS = new ConcurrentHashMap<>();

    /** Found by the module system. */
    public InMemoryJarUrlHandler() {}

    static URI of(PluginJar jar, String name) {
        JARS.putIfAbsent(jar.sha256(), jar);
        try {
            return new URI(PROTOCOL, jar.sha256(), "/" + name, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path that is quoted has no wrong characters", e);
        }
    }

    @Override
    public @Nullable URLStreamHandler createURLStreamHandler(String protocol) {
        return protocol.equals(PROTOCOL) ? new Handler() : null;
    }

    private static final class Handler extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL address) {
            return new Connection(address);
        }
    }

    private static final class Connection extends URLConnection {

        Connection(URL address) {
            super(address);
        }

        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
            PluginJar jar = JARS.get(getURL().getHost());
            String name = URI.create(getURL().toString()).getPath().substring(1);
            if (jar == null) {
                throw new FileNotFoundException(name);
            }
            return new ByteArrayInputStream(jar.content(name).orElseThrow(() -> new FileNotFoundException(name)));
        }
    }
}
