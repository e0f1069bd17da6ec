import org.jspecify.annotations.NullMarked;

/**
 * Sources and stores that others bring: each plugin is a folder of jars and a module layer of its own. The modules of the JDK
 * that are required here are those that a plugin may count on.
 *
 * @uses wandb.auth.domain.spi.SourceProvider what a plugin provides to be read from
 * @uses wandb.auth.domain.spi.StoreProvider what a plugin provides to keep keys in
 * @provides wandb.auth.domain.port.DynamicStoreProvider the plugins that are installed
 * @provides java.net.spi.URLStreamHandlerProvider addresses of the files in their jars
 */
@NullMarked
module wandb.auth.plugins {
    requires java.logging;
    requires java.management;
    requires java.naming;
    requires java.net.http;
    requires java.security.jgss;
    requires java.security.sasl;
    requires java.xml;
    requires jdk.unsupported;
    requires wandb.auth.domain;
    requires wandb.auth.files;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    uses wandb.auth.domain.spi.SourceProvider;
    uses wandb.auth.domain.spi.StoreProvider;

    provides wandb.auth.domain.port.DynamicStoreProvider with
            wandb.auth.plugins.PluginCatalog;
    provides java.net.spi.URLStreamHandlerProvider with
            wandb.auth.plugins.InMemoryJarUrlHandler;
}
