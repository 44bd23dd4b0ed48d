package io.heliograph.core.generation.store;

import io.heliograph.core.tx.Sessions;
import io.heliograph.kernel.Uuids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** An expression that stands in a statement as it is, and how columns are read. */
public record Sql(String expression) {
    /** The database's clock. */
    public static final Sql NOW = new Sql("utc_timestamp(6)");

    /** No value. */
    public static final Sql NULL = new Sql("null");

    /** The database's clock and a while. */
    public static Sql after(Duration while_) {
        return new Sql("utc_timestamp(6) + interval " + while_.toNanos() / 1_000 + " microsecond");
    }

    /** The value kept, or now where there is none yet. */
    public static Sql onceNow(String column) {
        return new Sql("coalesce(" + column + ", utc_timestamp(6))");
    }

    /** The value plus one. */
    public static Sql plusOne(String column) {
        return new Sql(column + " + 1");
    }

    static MutationQuery mutation(String sql) {
        return Sessions.current().createNativeMutationQuery(sql);
    }

    static NativeQuery<Object[]> query(String sql) {
        return Sessions.current().createNativeQuery(sql, Object[].class);
    }

    static String literal(UUID id) {
        return "x'" + id.toString().replace("-", "") + "'";
    }

    static byte[] bytes(UUID id) {
        return Uuids.bytes(id);
    }

    static UUID uuid(@Nullable Object column) {
        return column instanceof UUID id ? id : Uuids.of((byte[]) present(column));
    }

    static String text(@Nullable Object column) {
        return present(column).toString();
    }

    static Optional<String> optionalText(@Nullable Object column) {
        return Optional.ofNullable(column).map(Object::toString);
    }

    static Optional<byte[]> optionalBytes(@Nullable Object column) {
        return Optional.ofNullable((byte[]) column);
    }

    static long number(@Nullable Object column) {
        return present(column) instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) present(column)).longValue();
    }

    static Instant instant(@Nullable Object column) {
        return switch (present(column)) {
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            case java.sql.Timestamp stamp -> stamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
            default -> throw new IllegalStateException("not a time: " + column);
        };
    }

    static Optional<Instant> optionalInstant(@Nullable Object column) {
        return Optional.ofNullable(column).map(Sql::instant);
    }

    static String timestamp(Instant instant) {
        return "timestamp '" + utc(instant).toString().replace('T', ' ') + "'";
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Object present(@Nullable Object column) {
        if (column == null) {
            throw new IllegalStateException("a column that is never null is null");
        }
        return column;
    }
}
