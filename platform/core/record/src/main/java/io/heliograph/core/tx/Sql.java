package io.heliograph.core.tx;

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
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Statements in the ambient unit of work, how values stand in them and how their columns are read; for packages named
 * {@code store} only. Times are UTC to the microsecond, as {@code datetime(6)} keeps them. A column read as what it is not, or
 * null where it never is, ends in an exception: it is a mistake of the program.
 */
public final class Sql {
    private Sql() {}

    /** A statement that changes rows, its parameters yet to be set. */
    public static MutationQuery mutation(String statement) {
        return Sessions.current().createNativeMutationQuery(statement);
    }

    /** A statement that reads rows of several columns, its parameters yet to be set. */
    public static NativeQuery<Object[]> query(String statement) {
        return Sessions.current().createNativeQuery(statement, Object[].class);
    }

    /** Changes rows. @return how many */
    public static int change(String statement, Map<String, ?> parameters) {
        MutationQuery mutation = mutation(statement);
        bind(mutation, parameters);
        return mutation.executeUpdate();
    }

    /** Rows of at least two columns. */
    public static List<@Nullable Object[]> rows(String statement, Map<String, ?> parameters) {
        NativeQuery<@Nullable Object[]> query = query(statement);
        bind(query, parameters);
        return query.getResultList();
    }

    /** One column of ids. */
    public static List<UUID> ids(String statement, Map<String, ?> parameters) {
        var query = Sessions.current().createNativeQuery(statement, byte[].class);
        bind(query, parameters);
        return query.getResultList().stream().map(Uuids::of).toList();
    }

    /** One column of whole numbers. */
    public static List<Long> numbers(String statement, Map<String, ?> parameters) {
        var query = Sessions.current().createNativeQuery(statement, Long.class);
        bind(query, parameters);
        return query.getResultList();
    }

    /** The one number that the statement answers. */
    public static long number(String statement, Map<String, ?> parameters) {
        return numbers(statement, parameters).getFirst();
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

    /** An id as it stands in a statement: digits of ours, never text of others. */
    public static String literal(UUID id) {
        return "x'" + id.toString().replace("-", "") + "'";
    }

    /** A nullable id as it stands in a statement. */
    public static String literal(Optional<UUID> id) {
        return id.map(Sql::literal).orElse("null");
    }

    /** A time as it stands in a statement. */
    public static String literalTime(Instant at) {
        return "timestamp'" + utc(at).toString().replace('T', ' ') + "'";
    }

    /** A nullable time as it stands in a statement. */
    public static String literalTime(Optional<Instant> at) {
        return at.map(Sql::literalTime).orElse("null");
    }

    /** A list for {@code in (...)}; of nothing, a list that holds nothing. */
    public static String in(Collection<UUID> ids) {
        return ids.isEmpty() ? "(null)" : ids.stream().map(Sql::literal).collect(Collectors.joining(",", "(", ")"));
    }

    /** A time as a parameter. */
    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** An id. */
    public static UUID uuid(@Nullable Object column) {
        return column instanceof UUID id ? id : Uuids.of((byte[]) present(column));
    }

    /** An id, or none. */
    public static Optional<UUID> optionalUuid(@Nullable Object column) {
        return column == null ? Optional.empty() : Optional.of(uuid(column));
    }

    /** Text. */
    public static String text(@Nullable Object column) {
        return present(column).toString();
    }

    /** Text, or none. */
    public static Optional<String> optionalText(@Nullable Object column) {
        return Optional.ofNullable(column).map(Object::toString);
    }

    /** A whole number; of a truth 1 or 0. */
    public static long whole(@Nullable Object column) {
        return present(column) instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) present(column)).longValue();
    }

    /** Bytes. */
    public static byte[] bytes(@Nullable Object column) {
        return (byte[]) present(column);
    }

    /** Bytes, or none. */
    public static Optional<byte[]> optionalBytes(@Nullable Object column) {
        return Optional.ofNullable((byte[]) column);
    }

    /** A time. */
    public static Instant instant(@Nullable Object column) {
        return switch (present(column)) {
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            case Timestamp stamp -> stamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
            default -> throw new IllegalStateException("not a time: " + column);
        };
    }

    /** A time, or none. */
    public static Optional<Instant> optionalInstant(@Nullable Object column) {
        return Optional.ofNullable(column).map(Sql::instant);
    }

    private static Object present(@Nullable Object column) {
        if (column == null) {
            throw new IllegalStateException("a column that is never null is null");
        }
        return column;
    }
}
