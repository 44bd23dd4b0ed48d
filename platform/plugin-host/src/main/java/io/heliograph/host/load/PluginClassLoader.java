package io.heliograph.host.load;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Classes and resources of one plugin's jar. It reads the jar itself rather than through {@code jar:} addresses, whose
 * cache in the JDK would keep the file open after the plugin is gone.
 */
final class PluginClassLoader extends ClassLoader implements Closeable {
    static {
        registerAsParallelCapable();
    }

    private final PluginJar jar;
    private final ProtectionDomain domain;

    PluginClassLoader(String plugin, PluginJar jar, SpiParentLoader parent) {
        super("heliograph-plugin-" + plugin, parent);
        this.jar = jar;
        this.domain = new ProtectionDomain(new CodeSource(null, (Certificate[]) null), null, this, null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes;
        try {
            bytes = read(name.replace('.', '/') + ".class");
        } catch (IOException broken) {
            throw new ClassNotFoundException(name, broken);
        }
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        int dot = name.lastIndexOf('.');
        if (dot > 0 && getDefinedPackage(name.substring(0, dot)) == null) {
            try {
                definePackage(name.substring(0, dot), null, null, null, null, null, null, null);
            } catch (IllegalArgumentException another) {
                // Another thread defined it in between.
                assert getDefinedPackage(name.substring(0, dot)) != null;
            }
        }
        return defineClass(name, bytes, 0, bytes.length, domain);
    }

    private byte @Nullable [] read(String path) throws IOException {
        JarFile file = jar.file();
        JarEntry entry = file.getJarEntry(path);
        if (entry == null) {
            return null;
        }
        try (InputStream stream = file.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        try {
            return jar.file().getJarEntry(name) == null ? null : address(name);
        } catch (IOException | IllegalStateException closed) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL one = findResource(name);
        return one == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(one));
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        try {
            byte[] bytes = read(name);
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        } catch (IOException | IllegalStateException closed) {
            return null;
        }
    }

    private URL address(String name) throws MalformedURLException {
        URI place = URI.create("plugin:/" + name.replace(" ", "%20"));
        return URL.of(place, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {
                        connected = true;
                    }

                    @Override
                    public InputStream getInputStream() throws IOException {
                        byte[] bytes = read(name);
                        if (bytes == null) {
                            throw new java.io.FileNotFoundException(name);
                        }
                        return new ByteArrayInputStream(bytes);
                    }
                };
            }
        });
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
