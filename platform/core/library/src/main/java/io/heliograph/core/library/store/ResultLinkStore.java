package io.heliograph.core.library.store;

import io.heliograph.core.tx.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code result_link}. */
public final class ResultLinkStore {

    /** What a link opens, in whose name. */
    public record Target(UUID owner, UUID asset) {}

    /** Keeps a link. */
    public void insert(byte[] tokenHash, Target target, Instant endsAt) {
        Sql.change(
                "insert into result_link (token_hash, principal_id, asset_id, ends_at)"
                        + " values (:hash, :owner, :asset, :ends)",
                Map.of("hash", tokenHash, "owner", target.owner(), "asset", target.asset(), "ends", endsAt));
    }

    /** What a link opens at {@code now}; empty for one that is unknown or past its time. */
    public Optional<Target> find(byte[] tokenHash, Instant now) {
        return Sql.rows(
                        "select principal_id, asset_id from result_link where token_hash = :hash and ends_at > :now",
                        Map.of("hash", tokenHash, "now", now))
                .stream()
                .map(c -> new Target(Sql.uuid(c[0]), Sql.uuid(c[1])))
                .findFirst();
    }

    /** Removes links past their time; answers how many. */
    public int removeEnded(Instant now, Collection<UUID> held, int limit) {
        return Sql.change(
                "delete from result_link where ends_at <= :now and principal_id not in " + AssetSweep.not(held)
                        + " limit " + limit,
                Map.of("now", now));
    }

    /** How many links are past their time. */
    public long ended(Instant now, Collection<UUID> held) {
        return Sql.number(
                "select count(*) from result_link where ends_at <= :now and principal_id not in "
                        + AssetSweep.not(held),
                Map.of("now", now));
    }

    /** Removes all links of a person: they open nothing from here on. */
    public int removeOf(UUID owner) {
        return Sql.change("delete from result_link where principal_id = :owner", Map.of("owner", owner));
    }

    /** How many links a person has. */
    public long countOf(UUID owner) {
        return Sql.number("select count(*) from result_link where principal_id = :owner", Map.of("owner", owner));
    }
}
