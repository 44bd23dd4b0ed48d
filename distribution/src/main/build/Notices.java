import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes {@code licences/} of the archive out of the bills of materials: THIRD-PARTY.txt names every component with its version,
 * licence and copyright; the texts lie beside it, those that a jar brings in a folder of its own.
 *
 * <p>Fails when a component has a licence whose text we do not have, so that a new dependency cannot slip in without one.
 *
 * <p>Run by archive.sh as a single-file program: {@code java -cp 'home/lib/*' Notices.java TEXTS JARS OUT LICENSE BOM...}
 */
public final class Notices {
    private static final Set<String> NEED_NO_TEXT = Set.of("Unlicense", "0BSD", "CC0-1.0");

    private final Path texts;
    private final Path out;
    private final List<String[]> ours = new ArrayList<>();
    private final Map<String, Component> components = new TreeMap<>();
    private final Set<String> usedTexts = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private Notices(Path texts, Path out) {
        this.texts = texts;
        this.out = out;
    }

    private record Component(String group, String name, String version, Set<String> licences) {
        String key() {
            return group.isEmpty() ? name : group + ":" + name;
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path texts = Path.of(arguments[0]);
        Path jars = Path.of(arguments[1]);
        Notices notices = new Notices(texts, Path.of(arguments[2]));
        notices.readOurs();
        for (String bom : List.of(arguments).subList(4, arguments.length)) {
            notices.readBom(Path.of(bom));
        }
        notices.write(jars, Path.of(arguments[3]));
    }

    private void readOurs() throws IOException {
        for (String line : Files.readAllLines(texts.resolve("components.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                ours.add(line.split(" *\\| *", 3));
            }
        }
    }

    private void readBom(Path bom) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(bom.toFile())) {
            json.nextToken();
            Map<?, ?> document = (Map<?, ?>) value(json);
            for (Object each : (List<?>) document.get("components")) {
                Map<?, ?> component = (Map<?, ?>) each;
                String group = component.get("group") instanceof String text ? text : "";
                if (!group.equals("io.heliograph")) {
                    Component read = new Component(
                            group,
                            (String) component.get("name"),
                            (String) component.get("version"),
                            licences(component.get("licenses")));
                    components.put(read.key() + " " + read.version(), read);
                }
            }
        }
    }

    private static Set<String> licences(Object list) {
        Set<String> names = new LinkedHashSet<>();
        if (list instanceof List<?> choices) {
            for (Object choice : choices) {
                Map<?, ?> entry = (Map<?, ?>) choice;
                if (entry.get("expression") instanceof String expression) {
                    names.addAll(List.of(expression.replaceAll("[()]", "").split(" OR ")));
                } else if (entry.get("license") instanceof Map<?, ?> licence) {
                    names.add((String) (licence.get("id") != null ? licence.get("id") : licence.get("name")));
                }
            }
        }
        return names;
    }

    /** JSON into maps, lists and strings; nothing larger than a parser is on the class path for certain. */
    private static Object value(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    json.nextToken();
                    map.put(name, value(json));
                }
                return map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                return list;
            }
            default -> {
                return json.getText();
            }
        }
    }

    private void write(Path jars, Path ownLicence) throws IOException {
        Files.createDirectories(out);
        StringBuilder page = new StringBuilder("Third-party software in this archive\n====================================\n\n");
        page.append("Heliograph itself is under the Apache License 2.0 (LICENSE). What it is built from:\n\n");
        page.append(Files.readString(texts.resolve("programs.txt"))).append("\nLibraries\n---------\n\n");
        usedTexts.addAll(List.of("GPL-2.0", "GPL-3.0", "LGPL-3.0"));
        for (Component component : components.values()) {
            Optional<String[]> own = ours.stream().filter(line -> matches(line[0], component.key())).findFirst();
            Optional<Path> jar = jar(jars, component);
            Optional<String> folder = jar.isEmpty() ? Optional.empty() : copyTexts(jar.get(), component);
            Path ui = out.resolve("web-ui").resolve(component.key().replace('/', '_') + ".txt");
            String licence = own.map(line -> line[1]).orElseGet(() -> taken(component));
            page.append(component.key()).append(' ').append(component.version()).append(": ").append(licence);
            own.ifPresent(line -> page.append("; ").append(line[2]));
            if (folder.isPresent()) {
                page.append("; ").append(folder.get()).append('/');
            } else if (Files.exists(ui)) {
                page.append("; web-ui/").append(ui.getFileName());
            }
            page.append('\n');
            boolean hasText = folder.isPresent() || Files.exists(ui) || NEED_NO_TEXT.contains(licence);
            if (licence.equals("Apache-2.0") || Files.exists(texts.resolve(licence + ".txt"))) {
                usedTexts.add(licence);
            } else if (!hasText) {
                problems.add(component.key() + ": no text of \"" + licence + "\" in the jar or in src/main/licences");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Licences are missing; add a line to src/main/licences/components.txt:\n  "
                    + String.join("\n  ", problems));
        }
        for (String text : usedTexts) {
            Path source = text.equals("Apache-2.0") ? ownLicence : texts.resolve(text + ".txt");
            Files.copy(source, out.resolve(text + ".txt"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(out.resolve("THIRD-PARTY.txt"), page);
    }

    private static boolean matches(String pattern, String key) {
        return pattern.endsWith("*") ? key.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(key);
    }

    /** Of several offered, the one that asks least. */
    private static String taken(Component component) {
        for (String liked : List.of("Apache-2.0", "MIT", "BSD-3-Clause", "BSD-2-Clause")) {
            if (component.licences().contains(liked)) {
                return liked;
            }
        }
        return component.licences().stream().findFirst().orElse("unknown");
    }

    private static Optional<Path> jar(Path jars, Component component) throws IOException {
        String start = component.group() + "." + component.name() + "-" + component.version();
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start)).sorted().findFirst();
        }
    }

    /** What the jar says of its own licence, into a folder of its name; empty if it says nothing. */
    private Optional<String> copyTexts(Path jar, Component component) throws IOException {
        boolean found = false;
        String name = component.name() + "-" + component.version();
        Path folder = out.resolve(name);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList()) {
                if (entry.getName().matches("(META-INF/)?(LICENSE|NOTICE|COPYING)(\\.txt|\\.md)?")) {
                    Files.createDirectories(folder);
                    String file = Path.of(entry.getName()).getFileName().toString();
                    Files.write(folder.resolve(file), zip.getInputStream(entry).readAllBytes());
                    found |= !file.startsWith("NOTICE");
                }
            }
        }
        return found ? Optional.of(name) : Optional.empty();
    }
}
