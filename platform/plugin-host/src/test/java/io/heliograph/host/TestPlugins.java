package io.heliograph.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles small plugins into jars. */
final class TestPlugins {
    static final String IMPORTS = """
            package p;
            import io.heliograph.spi.*;
            import io.heliograph.spi.bytes.*;
            import io.heliograph.spi.provider.*;
            import io.heliograph.spi.store.*;
            import java.util.*;
            """;

    private static final Map<String, Map<String, byte[]>> COMPILED = new HashMap<>();

    private TestPlugins() {}

    /** A manifest of one provider. */
    static String manifest(String id, String needs) {
        return "id: " + id + "\nversion: 1.0.0\nspi: 0.1\nkinds: [provider]\nneeds: [" + needs + "]\nconcurrency: 2\n";
    }

    /** A provider whose submit has this body. */
    static String provider(String submit) {
        return IMPORTS + """
                public class Main implements HeliographPlugin {
                  @Override public List<GenerationProviderFactory> providers() {
                    return List.of(new GenerationProviderFactory() {
                      public String type() { return "test"; }
                      public GenerationProvider create(InstanceContext c) { return new P(); }
                    });
                  }
                  static class P implements GenerationProvider {
                    static Object kept;
                    public List<ModelCard> models(CallContext c) { return List.of(); }
                    public Quote quote(QuoteRequest q, CallContext c) { return new Quote(0, 1); }
                    public Submission submit(GenerationSpec s, IdempotencyKey k, CallContext c) throws PluginException {
                """ + submit + """
                    }
                    public Progress poll(RemoteJob j, CallContext c) { return null; }
                    public void close() {}
                  }
                }
                """;
    }

    static Path jar(Path folder, String name, String manifest, String source) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> one : classes(source).entrySet()) {
                put(out, one.getKey(), one.getValue());
            }
            Map<String, String> texts = Map.of(
                    "META-INF/heliograph-plugin.yaml",
                    manifest,
                    "META-INF/services/io.heliograph.spi.HeliographPlugin",
                    "p.Main",
                    "p/note.txt",
                    "mine");
            for (Map.Entry<String, String> text : texts.entrySet()) {
                if (!text.getValue().isEmpty()) {
                    put(out, text.getKey(), text.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return jar;
    }

    /** Class files by their names in the jar; the same source is compiled once. */
    private static synchronized Map<String, byte[]> classes(String source) throws IOException {
        Map<String, byte[]> known = COMPILED.get(source);
        if (known == null) {
            known = compile(source);
            COMPILED.put(source, known);
        }
        return known;
    }

    private static Map<String, byte[]> compile(String source) throws IOException {
        Path folder = Files.createTempDirectory("heliograph-test-plugin");
        try {
            Path file = Files.createDirectories(folder.resolve("src/p")).resolve("Main.java");
            Files.writeString(file, source);
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            OutputStream.nullOutputStream(),
                            System.err,
                            "-d",
                            folder.toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-proc:none",
                            "-nowarn",
                            file.toString());
            if (result != 0) {
                throw new IllegalStateException("the test's plugin does not compile");
            }
            Map<String, byte[]> classes = new TreeMap<>();
            try (Stream<Path> all = Files.walk(folder.resolve("p"))) {
                for (Path one : all.filter(Files::isRegularFile).toList()) {
                    classes.put(folder.relativize(one).toString(), Files.readAllBytes(one));
                }
            }
            return classes;
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    static List<String> lines(String text) {
        return text.lines().toList();
    }
}
