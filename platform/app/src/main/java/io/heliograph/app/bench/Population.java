package io.heliograph.app.bench;

import io.heliograph.app.config.Configuration;
import io.heliograph.app.wiring.Office;
import io.heliograph.core.account.ApiKeys;
import io.heliograph.core.account.Permission;
import io.heliograph.core.account.Role;
import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.Uuids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts people and pictures into the service's record, beside it, as commands do. */
final class Population {
    /** The number of the person whose library is filled. */
    static final int LIBRARIAN = 1_000_000;

    private static final String MAKING = "asset.making_sealed";
    private static final String PASSWORD = "nine patient lighthouses";
    private static final int BATCH = 1_000;
    private static final int SECONDS_BETWEEN = 60;

    private Population() {}

    /** Makes people with the numbers from {@code from} to before {@code to}; answers a key of each. */
    static List<String> people(Configuration configuration, int from, int to) {
        Set<String> scopes =
                ApiKeys.scopesOf(Role.USER).stream().map(Permission::word).collect(Collectors.toSet());
        List<String> keys = new ArrayList<>();
        try (Office office = Office.open(configuration)) {
            for (int person = from; person < to; person++) {
                PrincipalId id = office.accounts().signUp().create(email(person), PASSWORD, Role.USER, Locale.ENGLISH);
                keys.add(office.accounts()
                        .apiKeys()
                        .create(id, "bench", scopes, Optional.empty())
                        .secret());
            }
        }
        return keys;
    }

    private static String email(int person) {
        return "person-" + person + "@bench.example";
    }

    /**
     * Copies the librarian's one picture until there are {@code pictures}: each copy has an id, a time and a sealed text of
     * its own. Their files are not copied, so a page of them is real and a download is not.
     */
    static void library(Configuration configuration, int pictures) throws IOException {
        try (Office office = Office.open(configuration)) {
            PrincipalId owner = office.accounts()
                    .accounts()
                    .byEmail(email(LIBRARIAN))
                    .orElseThrow(() -> new IOException("the owner of the library is missing"));
            try (Connection connection = office.record().dataSource().getConnection()) {
                copy(connection, office, owner, pictures - 1);
            } catch (SQLException failed) {
                throw new IOException("the library could not be filled", failed);
            }
        }
    }

    private static void copy(Connection connection, Office office, PrincipalId owner, int copies) throws SQLException {
        Row original = original(connection, owner);
        Sealer sealer = office.record().sealer();
        String making = sealer.openText(owner, SealContext.field(MAKING, original.id()), original.making());
        String names = String.join(", ", original.columns());
        String marks = String.join(", ", Collections.nCopies(original.columns().size(), "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into asset (" + names + ") values (" + marks + ")")) {
            for (int copy = 1; copy <= copies; copy++) {
                UUID id = office.record().ids().next();
                LocalDateTime created = original.created().minusSeconds((long) copy * SECONDS_BETWEEN);
                for (int column = 0; column < original.columns().size(); column++) {
                    Object value = switch (original.columns().get(column)) {
                        case "id" -> Uuids.bytes(id);
                        case "created_at" -> created;
                        case "making_sealed" -> sealer.sealText(owner, SealContext.field(MAKING, id), making);
                        default -> original.values().get(column);
                    };
                    insert.setObject(column + 1, value);
                }
                insert.addBatch();
                if (copy % BATCH == 0 || copy == copies) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
        try (Statement analyse = connection.createStatement()) {
            analyse.execute("analyze table asset");
        }
    }

    /** A row as it is, and those of its values that are changed in a copy. */
    private record Row(
            List<String> columns, List<@Nullable Object> values, UUID id, LocalDateTime created, byte[] making) {}

    private static Row original(Connection connection, PrincipalId owner) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select * from asset where principal_id = ? and state = 'visible'")) {
            select.setBytes(1, Uuids.bytes(owner.value()));
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("there is no picture to copy");
                }
                ResultSetMetaData meta = found.getMetaData();
                List<String> columns = new ArrayList<>();
                List<@Nullable Object> values = new ArrayList<>();
                for (int column = 1; column <= meta.getColumnCount(); column++) {
                    columns.add(meta.getColumnName(column).toLowerCase(Locale.ROOT));
                    values.add(found.getObject(column));
                }
                return new Row(
                        columns,
                        values,
                        Uuids.of(found.getBytes("id")),
                        found.getObject("created_at", LocalDateTime.class),
                        found.getBytes("making_sealed"));
            }
        }
    }
}
