package io.heliograph.e2e.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Jars for the folder of plugins: a hostile one, and some that are none. */
final class PluginJars {
    private static final String MANIFEST = "META-INF/heliograph-plugin.yaml";

    private PluginJars() {}

    /** The engine that spins. */
    static Path spinning(Path folder) throws IOException {
        Path jar = folder.resolve("spinning.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            put(out, MANIFEST, SpinningPlugin.MANIFEST.getBytes(StandardCharsets.UTF_8));
            put(
                    out,
                    "META-INF/services/io.heliograph.spi.HeliographPlugin",
                    SpinningPlugin.class.getName().getBytes(StandardCharsets.UTF_8));
            for (Class<?> type : List.of(
                    SpinningPlugin.class, SpinningPlugin.Factory.class, SpinningPlugin.Spinner.class, Pictures.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                try (InputStream in = type.getResourceAsStream("/" + name)) {
                    if (in == null) {
                        throw new IOException("no class " + name);
                    }
                    put(out, name, in.readAllBytes());
                }
            }
        }
        return jar;
    }

    /** Bytes that are no jar. */
    static Path corrupt(Path folder) throws IOException {
        return Files.writeString(folder.resolve("corrupt.jar"), "PK\u0003\u0004 and then nothing that holds");
    }

    /** A jar with a manifest of this text. */
    static Path withManifest(Path folder, String name, String manifest) throws IOException {
        return jar(folder.resolve(name), MANIFEST, manifest);
    }

    /** A jar without a manifest of ours. */
    static Path withoutManifest(Path folder) throws IOException {
        return jar(folder.resolve("no-manifest.jar"), "readme.txt", "nothing");
    }

    private static Path jar(Path jar, String entry, String text) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            put(out, entry, text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
