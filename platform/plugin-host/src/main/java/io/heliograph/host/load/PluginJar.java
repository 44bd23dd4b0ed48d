package io.heliograph.host.load;

import io.heliograph.host.config.Manifest;
import io.heliograph.host.config.ManifestException;
import io.heliograph.host.config.ManifestReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** A plugin's jar, opened once: manifest, scan and classes come from the same open file. */
final class PluginJar implements Closeable {
    private static final int LARGEST_MANIFEST_BYTES = 256 * 1024;

    private final Path path;
    private final JarFile file;

    private PluginJar(Path path, JarFile file) {
        this.path = path;
        this.file = file;
    }

    static PluginJar open(Path path) throws LoadException {
        try {
            return new PluginJar(path, new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version()));
        } catch (IOException damaged) {
            throw new LoadException(
                    "The file " + path.getFileName() + " is not a readable jar.", "Copy or download it again.");
        }
    }

    JarFile file() {
        return file;
    }

    Path path() {
        return path;
    }

    Manifest manifest() throws LoadException {
        JarEntry entry = file.getJarEntry(Manifest.PATH);
        if (entry == null) {
            throw new LoadException(
                    "The jar " + path.getFileName() + " holds no " + Manifest.PATH + ", so it is no plugin.",
                    "Remove it from the plugins folder, or take the jar that the plugin's author packaged.");
        }
        try (InputStream stream = file.getInputStream(entry)) {
            byte[] bytes = stream.readNBytes(LARGEST_MANIFEST_BYTES + 1);
            return ManifestReader.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (ManifestException wrong) {
            throw new LoadException(
                    "The manifest in " + path.getFileName() + " is not valid: " + wrong.getMessage(),
                    "Ask the plugin's author for a corrected jar.");
        } catch (IOException damaged) {
            throw damaged();
        }
    }

    LoadException damaged() {
        return new LoadException("The jar " + path.getFileName() + " is damaged.", "Copy or download it again.");
    }

    /** A plugin may not bring classes that are the host's or the JDK's to give. */
    void checkNames() throws LoadException {
        for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (name.endsWith(".class")) {
                String className =
                        name.substring(0, name.length() - ".class".length()).replace('/', '.');
                if (SpiParentLoader.isShared(className) || className.startsWith("java.")) {
                    throw new LoadException(
                            "The jar " + path.getFileName() + " brings " + className + ", which is the host's to give.",
                            "Ask the plugin's author to leave SPI and slf4j out of the jar.");
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
