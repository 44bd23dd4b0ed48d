package io.heliograph.core.privacy.store;

import io.heliograph.core.tx.Sql;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Versions of the privacy page, and the schema that it tells of. Every method runs inside the caller's unit of work. */
public final class PageStore {
    /** Notes that {@code version} is in force now, and answers since when it is. */
    public Instant seen(String version, Instant now) {
        Sql.change(
                "insert into privacy_page_version (hash, first_seen_at, last_seen_at) values (:hash, :now, :now)"
                        + " on duplicate key update last_seen_at = :now",
                Map.of("hash", version, "now", now));
        return Sql.instant(Sql.rows(
                        "select first_seen_at, 0 from privacy_page_version where hash = :hash", Map.of("hash", version))
                .getFirst()[0]);
    }

    /** All versions, newest first, with the time each was first seen. */
    public Map<String, Instant> versions() {
        Map<String, Instant> all = new LinkedHashMap<>();
        Sql.rows("select hash, first_seen_at from privacy_page_version order by first_seen_at desc, hash", Map.of())
                .forEach(row -> all.put(Sql.text(row[0]), Sql.instant(row[1])));
        return all;
    }

    /** {@code table.column} of the whole schema. */
    public List<String> schema() {
        return Sql.rows(
                        "select table_name, column_name from information_schema.columns where table_schema = database()",
                        Map.of())
                .stream()
                .map(row -> Sql.text(row[0]) + "." + Sql.text(row[1]))
                .toList();
    }
}
