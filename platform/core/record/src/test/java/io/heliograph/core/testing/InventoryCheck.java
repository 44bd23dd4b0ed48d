package io.heliograph.core.testing;

import io.heliograph.core.inventory.ErasureParticipant;
import io.heliograph.core.inventory.ExportParticipant;
import io.heliograph.core.inventory.Inventory;
import io.heliograph.kernel.DataCategory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Compares the real schema with the inventory: every column has exactly one category, and every feature that keeps more
 * than operational data answers for each of its categories in erasure and in export.
 */
public final class InventoryCheck {
    private InventoryCheck() {}

    /** What is wrong with the schema; empty when each column has its one category. */
    public static List<String> columns(DataSource dataSource, Inventory inventory) {
        List<String> problems = new ArrayList<>(inventory.problems());
        Set<String> schema = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select table_name, column_name from information_schema.columns"
                                + " where table_schema = database() order by 1, 2");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String table = rows.getString(1);
                String column = rows.getString(2);
                schema.add(table + "." + column);
                if (inventory.category(table, column).isEmpty()) {
                    problems.add("column " + table + "." + column + " has no data category: declare it in its feature's"
                            + " EntityContribution, by a field marked @Stored or in columns()");
                }
            }
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        inventory.missingFrom(schema).forEach(column -> problems.add(column + " is declared but not in the schema"));
        return problems;
    }

    /** What no participant answers for; empty when each category of each feature is answered for twice. */
    public static List<String> participants(
            Inventory inventory, Collection<ErasureParticipant> erasures, Collection<ExportParticipant> exports) {
        List<String> problems = new ArrayList<>();
        inventory.byFeature().forEach((feature, kept) -> {
            Set<DataCategory> personal = kept.stream()
                    .filter(category -> category != DataCategory.OPERATIONAL)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<DataCategory> erased = erasures.stream()
                    .filter(p -> p.feature().equals(feature))
                    .flatMap(p -> p.categories().stream())
                    .collect(Collectors.toSet());
            Set<DataCategory> exported = exports.stream()
                    .filter(p -> p.feature().equals(feature))
                    .flatMap(p -> p.categories().stream())
                    .collect(Collectors.toSet());
            for (DataCategory category : personal) {
                if (!erased.contains(category)) {
                    problems.add(
                            "feature " + feature + " keeps " + category + " and no erasure participant answers for it");
                }
                if (!exported.contains(category)) {
                    problems.add(
                            "feature " + feature + " keeps " + category + " and no export participant answers for it");
                }
            }
        });
        return problems;
    }
}
