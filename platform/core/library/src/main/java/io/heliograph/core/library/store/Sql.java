package io.heliograph.core.library.store;

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

/** Native statements with named parameters, and how their columns are read. */
final class Sql {
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

    static List<UUID> ids(String statement, Map<String, ?> parameters) {
        var query = Sessions.current().createNativeQuery(statement, byte[].class);
        bind(query, parameters);
        return query.getResultList().stream().map(Uuids::of).toList();
    }

    static long number(String statement, Map<String, ?> parameters) {
        return numbers(statement, parameters).getFirst();
    }

    static List<Long> numbers(String statement, Map<String, ?> parameters) {
        var query = Sessions.current().createNativeQuery(statement, Long.class);
        bind(query, parameters);
        return query.getResultList();
    }

    private static void bind(CommonQueryContract query, Map<String, ?> parameters) {
        parameters.forEach((name, value) -> {
            switch (value) {
                case UUID id -> query.setParameter(name, Uuids.bytes(id));
                case Instant instant -> query.setParameter(name, utc(instant));
                case byte[] bytes -> query.setParameter(name, bytes, byte[].class);
                default -> query.setParameter(name, value);
            }
        });
    }

    /** A list for {@code in (...)}; never empty, since an empty one is no SQL. */
    static String in(Collection<UUID> ids) {
        return ids.isEmpty()
                ? "(null)"
                : ids.stream()
                        .map(id -> "x'" + id.toString().replace("-", "") + "'")
                        .collect(Collectors.joining(",", "(", ")"));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static UUID uuid(@Nullable Object column) {
        return column instanceof UUID id ? id : Uuids.of((byte[]) present(column));
    }

    static Optional<UUID> optionalUuid(@Nullable Object column) {
        return column == null ? Optional.empty() : Optional.of(uuid(column));
    }

    static String text(@Nullable Object column) {
        return present(column).toString();
    }

    static long whole(@Nullable Object column) {
        return ((Number) present(column)).longValue();
    }

    static Optional<byte[]> optionalBytes(@Nullable Object column) {
        return Optional.ofNullable((byte[]) column);
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

    private static Object present(@Nullable Object column) {
        if (column == null) {
            throw new IllegalStateException("a column that is never null is null");
        }
        return column;
    }
}
