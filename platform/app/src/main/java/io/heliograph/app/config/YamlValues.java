package io.heliograph.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file as dotted keys with the lines they stand on. Lists become their items joined by commas, escaped. */
final class YamlValues {
    /** A value and where it stands. */
    record Located(String text, int line, boolean list) {}

    private static final int MAX_CHARACTERS = 1 << 20;

    private final String origin;
    private final Map<String, Located> values = new LinkedHashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    private YamlValues(String origin) {
        this.origin = origin;
    }

    /** Reads {@code text}; what cannot be read becomes a problem. */
    static YamlValues read(String origin, String text) {
        YamlValues result = new YamlValues(origin);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setAllowDuplicateKeys(true);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new java.io.StringReader(text));
            if (root instanceof MappingNode mapping) {
                result.mapping("", mapping);
            } else if (root != null) {
                result.problem(
                        root, "", "the file is not a set of keys", "Write keys with values, as the sample does.");
            }
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 1
                    : malformed.getProblemMark().getLine() + 1;
            result.problems.add(new ConfigProblem(
                    origin, OptionalInt.of(line), "", "not YAML: " + malformed.getProblem(), "Mend the line."));
        }
        return result;
    }

    Map<String, Located> values() {
        return values;
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    private void mapping(String prefix, MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                problem(tuple.getKeyNode(), prefix, "a key is not a word", "Write a plain key.");
                continue;
            }
            String key = prefix.isEmpty() ? name.getValue() : prefix + "." + name.getValue();
            value(key, name, tuple.getValueNode());
        }
    }

    private void value(String key, ScalarNode name, Node node) {
        int line = name.getStartMark().getLine() + 1;
        switch (node) {
            case MappingNode mapping -> mapping(key, mapping);
            case SequenceNode sequence -> put(key, new Located(items(key, sequence), line, true));
            case ScalarNode scalar when scalar.getTag().equals(org.yaml.snakeyaml.nodes.Tag.NULL) -> {}
            case ScalarNode scalar -> put(key, new Located(scalar.getValue(), line, false));
            default -> problem(node, key, "an alias is not allowed here", "Write the value out.");
        }
    }

    private String items(String key, SequenceNode sequence) {
        List<String> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (item instanceof ScalarNode scalar) {
                items.add(scalar.getValue());
            } else {
                problem(item, key, "an item of the list is not a plain value", "Write a list of texts.");
            }
        }
        return ConfigValue.joined(items);
    }

    private void put(String key, Located value) {
        Located before = values.putIfAbsent(key, value);
        if (before != null) {
            problems.add(new ConfigProblem(
                    origin,
                    OptionalInt.of(value.line()),
                    key,
                    "given twice, first on line " + before.line(),
                    "Keep one of them."));
        }
    }

    private void problem(Node node, String key, String found, String remedy) {
        problems.add(
                new ConfigProblem(origin, OptionalInt.of(node.getStartMark().getLine() + 1), key, found, remedy));
    }
}
