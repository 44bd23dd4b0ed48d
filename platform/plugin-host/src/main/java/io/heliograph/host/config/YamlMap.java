package io.heliograph.host.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML mapping read key by key, which notes what is wrong and goes on, so that all problems come at once. Used by one
 * thread.
 */
final class YamlMap {
    private final MappingNode node;
    private final String path;
    private final List<ConfigProblem> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    YamlMap(MappingNode node, String path, List<ConfigProblem> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problem(tuple.getKeyNode(), "", "a key that is a word was expected.", "Write key: value.");
            } else if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                problem(key, key.getValue(), "the key stands here twice.", "Keep one of them.");
            }
        }
    }

    Set<String> keys() {
        return values.keySet();
    }

    /** Notes keys that nobody knows, with the nearest known one. */
    void allow(Set<String> known) {
        values.forEach((key, value) -> {
            if (!known.contains(key)) {
                String remedy = NearestKey.of(key, known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Known keys: "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
                problem(value, key, "the key is not known.", remedy);
            }
        });
    }

    void problem(String key, String expected, String remedy) {
        problem(values.getOrDefault(key, node), key, expected, remedy);
    }

    private void problem(Node at, String key, String expected, String remedy) {
        String where = path.isEmpty() ? key : key.isEmpty() ? path : path + "." + key;
        problems.add(new ConfigProblem(line(at), where.isEmpty() ? "(top)" : where, expected, remedy));
    }

    private static int line(Node at) {
        return at.getStartMark() == null ? 0 : at.getStartMark().getLine() + 1;
    }

    /** A text; empty (and noted where required) when absent. */
    Optional<String> text(String key, boolean required) {
        Node value = values.get(key);
        if (value == null || isNull(value)) {
            if (required) {
                problem(key, "the key is missing.", "Add " + key + ".");
            }
            return Optional.empty();
        }
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problem(value, key, "one text was expected.", "Write " + key + ": text.");
        return Optional.empty();
    }

    private static boolean isNull(Node value) {
        return Tag.NULL.equals(value.getTag());
    }

    /** A text that {@code reader} understands. */
    <T> Optional<T> parsed(String key, boolean required, Function<String, Optional<T>> reader, String expected) {
        Optional<String> text = text(key, required);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reader.apply(text.get());
        if (value.isEmpty()) {
            problem(key, expected + " was expected.", "Correct the value.");
        }
        return value;
    }

    /** A switch, {@code fallback} when absent. */
    boolean flag(String key, boolean fallback) {
        return parsed(key, false, YamlMap::flag, "true or false").orElse(fallback);
    }

    static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.replace("_", "")));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** A list of texts, each understood by {@code reader}; empty when absent. */
    <T> List<T> list(String key, Function<String, Optional<T>> reader, String expected) {
        List<T> found = new ArrayList<>();
        for (Node item : items(key)) {
            Optional<T> value = item instanceof ScalarNode scalar ? reader.apply(scalar.getValue()) : Optional.empty();
            value.ifPresentOrElse(
                    found::add, () -> problem(item, key, expected + " was expected.", "Correct or remove the entry."));
        }
        return found;
    }

    /** The mappings of a list, or of a mapping of mappings whose keys then stand under {@code name}. */
    List<YamlMap> maps(String key, String name) {
        Node value = values.get(key);
        if (value instanceof MappingNode mapping) {
            List<YamlMap> found = new ArrayList<>();
            YamlMap outer = new YamlMap(mapping, child(key), problems);
            outer.values.forEach((childKey, child) -> {
                if (child instanceof MappingNode inner) {
                    YamlMap map = new YamlMap(inner, child(key) + "." + childKey, problems);
                    map.values.putIfAbsent(name, new ScalarNode(Tag.STR, childKey, inner.getStartMark(), null, STYLE));
                    found.add(map);
                } else {
                    outer.problem(child, childKey, "a mapping was expected.", "Write its keys below it.");
                }
            });
            return found;
        }
        List<YamlMap> found = new ArrayList<>();
        int index = 0;
        for (Node item : items(key)) {
            String at = child(key) + "[" + index++ + "]";
            if (item instanceof MappingNode mapping) {
                found.add(new YamlMap(mapping, at, problems));
            } else {
                problem(item, key, "a list of mappings was expected.", "Write - " + name + ": ... for each.");
            }
        }
        return found;
    }

    private static final org.yaml.snakeyaml.DumperOptions.ScalarStyle STYLE =
            org.yaml.snakeyaml.DumperOptions.ScalarStyle.PLAIN;

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private List<Node> items(String key) {
        @Nullable Node value = values.get(key);
        if (value == null || isNull(value)) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(value, key, "a list was expected.", "Write " + key + ": [a, b].");
        return List.of();
    }
}
