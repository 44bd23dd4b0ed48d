package io.heliograph.core.library.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which of an owner's rows; empty parts do not narrow. Words are not here: they are sealed and compared in memory. */
public record AssetQuery(
        UUID owner,
        Optional<String> kind,
        Optional<String> origin,
        Optional<String> visibility,
        Optional<String> modelId,
        Optional<UUID> job,
        Optional<Instant> createdFrom,
        Optional<Instant> createdTo,
        Optional<Instant> expiresBefore,
        Optional<Position> after) {

    /** The last row of the previous page. */
    public record Position(Instant createdAt, UUID id) {}

    /** The same, continued after another row. */
    public AssetQuery after(Position position) {
        return new AssetQuery(
                owner,
                kind,
                origin,
                visibility,
                modelId,
                job,
                createdFrom,
                createdTo,
                expiresBefore,
                Optional.of(position));
    }

    /** A condition beside {@link Seen}'s, with its parameters. */
    record Condition(String sql, Map<String, Object> parameters) {}

    Condition condition() {
        List<String> parts = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parts.add("a.principal_id = :owner");
        parameters.put("owner", owner);
        add(parts, parameters, "a.kind = :kind", "kind", kind);
        add(parts, parameters, "a.origin = :origin", "origin", origin);
        add(parts, parameters, "a.visibility = :visibility", "visibility", visibility);
        add(parts, parameters, "a.model_id = :model", "model", modelId);
        add(parts, parameters, "a.job_id = :job", "job", job);
        add(parts, parameters, "a.created_at >= :createdFrom", "createdFrom", createdFrom);
        add(parts, parameters, "a.created_at < :createdTo", "createdTo", createdTo);
        add(parts, parameters, "a.keep_until < :expiresBefore", "expiresBefore", expiresBefore);
        after.ifPresent(position -> {
            // the first half lets the index begin at the right place, the second drops what was already handed out
            parts.add("a.created_at <= :afterTime and (a.created_at < :afterTime or a.id < :afterId)");
            parameters.put("afterTime", position.createdAt());
            parameters.put("afterId", position.id());
        });
        return new Condition(String.join(" and ", parts), parameters);
    }

    private static void add(
            List<String> parts, Map<String, Object> parameters, String sql, String name, Optional<?> value) {
        value.ifPresent(present -> {
            parts.add(sql);
            parameters.put(name, present);
        });
    }
}
