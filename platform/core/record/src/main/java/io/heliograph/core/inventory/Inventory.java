package io.heliograph.core.inventory;

import io.heliograph.kernel.DataCategory;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every column of the schema with its one category and its feature, read from the entities' marks and the features'
 * declarations. The privacy page, the export and the erasure rest on it; a build in which it is not complete fails.
 */
public final class Inventory {
    private final TreeMap<String, DataCategory> columns = new TreeMap<>();
    private final TreeMap<String, DataCategory> wholeTables = new TreeMap<>();
    private final TreeMap<String, String> features = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private Inventory() {}

    /** What all features on the class path contribute. */
    public static List<EntityContribution> contributions() {
        return ServiceLoader.load(EntityContribution.class, Inventory.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The inventory of these contributions. */
    public static Inventory of(List<EntityContribution> contributions) {
        Inventory inventory = new Inventory();
        for (EntityContribution contribution : contributions) {
            contribution.entities().forEach(entity -> inventory.addEntity(contribution.feature(), entity));
            contribution.tables().forEach((table, category) -> {
                inventory.addTable(contribution.feature(), table);
                if (inventory.wholeTables.put(table, category) != null) {
                    inventory.problems.add("table " + table + " is declared twice");
                }
            });
            contribution.columns().forEach((column, category) -> {
                inventory.addTable(contribution.feature(), column.substring(0, column.indexOf('.')));
                inventory.addColumn(column, category);
            });
        }
        return inventory;
    }

    private void addTable(String feature, String table) {
        String other = features.putIfAbsent(table, feature);
        if (other != null && !other.equals(feature)) {
            problems.add("table " + table + " belongs to both " + other + " and " + feature);
        }
    }

    private void addColumn(String column, DataCategory category) {
        if (columns.put(column, category) != null) {
            problems.add("column " + column + " is declared twice");
        }
    }

    private void addEntity(String feature, Class<?> entity) {
        Table named = entity.getAnnotation(Table.class);
        String table = named != null && !named.name().isEmpty() ? named.name() : snake(entity.getSimpleName());
        addTable(feature, table);
        for (Class<?> type = entity; type != null && type != Object.class; type = type.getSuperclass()) {
            addFields(table, type, Optional.ofNullable(entity.getAnnotation(Stored.class)));
        }
    }

    private void addFields(String table, Class<?> type, Optional<Stored> ofEntity) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    || Modifier.isTransient(field.getModifiers())
                    || field.isAnnotationPresent(jakarta.persistence.Transient.class)) {
                continue;
            }
            Optional<Stored> stored =
                    Optional.ofNullable(field.getAnnotation(Stored.class)).or(() -> ofEntity);
            if (field.isAnnotationPresent(Embedded.class) || field.isAnnotationPresent(EmbeddedId.class)) {
                addFields(table, field.getType(), stored);
                continue;
            }
            Column column = field.getAnnotation(Column.class);
            String name = snake(column != null && !column.name().isEmpty() ? column.name() : field.getName());
            if (stored.isEmpty()) {
                problems.add("field " + field + " has no category: mark it or its class @Stored");
            } else {
                addColumn(table + "." + name, stored.get().category());
            }
        }
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The category of a column, {@code table} and {@code column} in small letters; empty if it has none. */
    public Optional<DataCategory> category(String table, String column) {
        return Optional.ofNullable(columns.get(table + "." + column))
                .or(() -> Optional.ofNullable(wholeTables.get(table)));
    }

    /** Which feature a table belongs to; empty for an unknown table. */
    public Optional<String> feature(String table) {
        return Optional.ofNullable(features.get(table));
    }

    /** The categories each feature keeps, for the test that it answers for them. */
    public Map<String, Set<DataCategory>> byFeature() {
        Map<String, Set<DataCategory>> result = new TreeMap<>();
        columns.forEach((column, category) -> result.computeIfAbsent(
                        features.getOrDefault(column.substring(0, column.indexOf('.')), "?"), f -> new TreeSet<>())
                .add(category));
        wholeTables.forEach(
                (table, category) -> result.computeIfAbsent(features.getOrDefault(table, "?"), f -> new TreeSet<>())
                        .add(category));
        return result;
    }

    /** Declared columns that a schema with these {@code table.column} names does not have. */
    public List<String> missingFrom(Set<String> schemaColumns) {
        List<String> missing = new ArrayList<>();
        columns.keySet().stream().filter(c -> !schemaColumns.contains(c)).forEach(c -> missing.add(c));
        return missing;
    }

    /** What is wrong with the declarations themselves; empty if nothing. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
