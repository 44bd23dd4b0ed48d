package io.heliograph.core.privacy.store;

import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.Uuids;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;

/** Statements in the ambient unit of work, and what their columns hold. */
final class Sql {
    /** Parts joined in one column; stands in no code, name or address. */
    static final String PART = "\u001f";

    private Sql() {}

    static int change(String statement, Map<String, ?> parameters) {
        var query = Sessions.current().createNativeMutationQuery(statement);
        bind(query, parameters);
        return query.executeUpdate();
    }

    static List<@Nullable Object[]> rows(String statement, Map<String, ?> parameters) {
        var query = Sessions.current().createNativeQuery(statement, Object[].class);
        bind(query, parameters);
        return query.getResultList();
    }

    static long number(String statement, Map<String, ?> parameters) {
        var query = Sessions.current().createNativeQuery(statement, Long.class);
        bind(query, parameters);
        return query.getSingleResult();
    }

    private static void bind(CommonQueryContract query, Map<String, ?> parameters) {
        parameters.forEach((name, value) -> {
            switch (value) {
                case UUID id -> query.setParameter(name, Uuids.bytes(id));
                case Instant instant -> query.setParameter(name, utc(instant));
                default -> query.setParameter(name, value);
            }
        });
    }

    /** A nullable id as it stands in a statement: digits of ours, never text of others. */
    static String literal(Optional<UUID> id) {
        return id.map(value -> "x'" + value.toString().replace("-", "") + "'").orElse("null");
    }

    /** A nullable time as it stands in a statement. */
    static String literalTime(Optional<Instant> at) {
        return at.map(value -> "timestamp'" + utc(value).toString().replace('T', ' ') + "'")
                .orElse("null");
    }

    /** A list for {@code in (...)}; of nothing, a list that holds nothing. */
    static String in(Collection<UUID> ids) {
        return ids.isEmpty()
                ? "(null)"
                : ids.stream().map(id -> literal(Optional.of(id))).collect(Collectors.joining(",", "(", ")"));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static UUID uuid(@Nullable Object column) {
        return column instanceof UUID id ? id : Uuids.of((byte[]) present(column));
    }

    static byte[] bytes(@Nullable Object column) {
        return (byte[]) present(column);
    }

    static Optional<UUID> optionalUuid(@Nullable Object column) {
        return column == null ? Optional.empty() : Optional.of(uuid(column));
    }

    static String text(@Nullable Object column) {
        return present(column).toString();
    }

    static Optional<String> optionalText(@Nullable Object column) {
        return Optional.ofNullable(column).map(Object::toString);
    }

    static long whole(@Nullable Object column) {
        return ((Number) present(column)).longValue();
    }

    static Instant instant(@Nullable Object column) {
        return switch (present(column)) {
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            case Timestamp stamp -> stamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
            default -> throw new IllegalStateException("not a time: " + column);
        };
    }

    static Optional<Instant> optionalInstant(@Nullable Object column) {
        return Optional.ofNullable(column).map(Sql::instant);
    }

    /** The parts of a joined column; of the empty text none. */
    static List<String> parts(String joined, String separator) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(separator, -1));
    }

    private static Object present(@Nullable Object column) {
        if (column == null) {
            throw new IllegalStateException("a column that is never null is null");
        }
        return column;
    }
}
