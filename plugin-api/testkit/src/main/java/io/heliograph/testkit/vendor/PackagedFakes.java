package io.heliograph.testkit.vendor;

import io.heliograph.testkit.fake.AsyncFakePlugin;
import io.heliograph.testkit.fake.AsyncFakeProvider;
import io.heliograph.testkit.fake.Hook;
import io.heliograph.testkit.fake.SocketFakePlugin;
import io.heliograph.testkit.fake.SocketFakeProvider;
import io.heliograph.testkit.fake.SyncFakePlugin;
import io.heliograph.testkit.fake.SyncFakeProvider;
import io.heliograph.testkit.fake.TinyPng;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs the fakes into plugin jars as a host loads them: classes, service file and manifest, nothing else. */
public final class PackagedFakes {
    private static final String CREDITS = """
              - {key: credits, type: number, title: Credits of a picture, min: 0, max: 1000000, default: 0}
            """;

    private PackagedFakes() {}

    /** The three fakes into a folder. */
    public static List<Path> all(Path folder) throws IOException {
        return List.of(sync(folder), async(folder), socket(folder));
    }

    /** The synchronous fake; type {@code fake-sync}, setting {@code credits}. */
    public static Path sync(Path folder) throws IOException {
        return pack(
                folder.resolve("fake-sync.jar"),
                SyncFakePlugin.class,
                manifest("fake-sync", CREDITS, "[]", "[environment]"),
                List.of(SyncFakePlugin.class, SyncFakeProvider.class));
    }

    /** The asynchronous fake; type {@code fake-async}, settings {@code address}, {@code webhook-secret}, {@code credits}. */
    public static Path async(Path folder) throws IOException {
        String settings = CREDITS + """
              - {key: address, type: text, title: Address of the vendor, required: true}
              - {key: webhook-secret, type: secret, title: Secret of webhooks, required: true}
            """;
        return pack(
                folder.resolve("fake-async.jar"),
                AsyncFakePlugin.class,
                manifest("fake-async", settings, "['setting:address']", "[environment]"),
                List.of(AsyncFakePlugin.class, AsyncFakeProvider.class));
    }

    /** The WebSocket fake; type {@code fake-socket}, settings {@code address}, {@code credits}. */
    public static Path socket(Path folder) throws IOException {
        String settings = CREDITS + "  - {key: address, type: text, title: Address of the engine, required: true}\n";
        return pack(
                folder.resolve("fake-socket.jar"),
                SocketFakePlugin.class,
                manifest("fake-socket", settings, "['setting:address']", "[environment]"),
                List.of(SocketFakePlugin.class, SocketFakeProvider.class));
    }

    private static String manifest(String id, String settings, String hosts, String needs) {
        return "id: " + id + "\nversion: 1.0.0\ntitle: Fake for tests\nspi: 0.1\nkinds: [provider]\nconcurrency: 4\n"
                + "configuration:\n" + settings + "recipients: []\nhosts: " + hosts
                + "\ndataCategories: [prompt]\nneeds: " + needs + "\n";
    }

    private static Path pack(Path jar, Class<?> entry, String manifest, List<Class<?>> classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            text(out, "META-INF/heliograph-plugin.yaml", manifest);
            text(out, "META-INF/services/io.heliograph.spi.HeliographPlugin", entry.getName() + "\n");
            for (Class<?> type : classes) {
                classFile(out, type.getName());
                for (Class<?> nested : type.getDeclaredClasses()) {
                    classFile(out, nested.getName());
                }
            }
            for (String shared : List.of("FakeModel", "Hook", "Hook$Installed", "TinyPng")) {
                classFile(out, Hook.class.getPackageName() + "." + shared);
            }
        }
        return jar;
    }

    private static void text(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static void classFile(JarOutputStream out, String className) throws IOException {
        String name = className.replace('.', '/') + ".class";
        try (InputStream in = TinyPng.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IOException("no class " + className);
            }
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
            out.closeEntry();
        }
    }
}
