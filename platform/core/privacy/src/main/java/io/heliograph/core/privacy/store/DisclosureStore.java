package io.heliograph.core.privacy.store;

import io.heliograph.core.privacy.DisclosureEntry;
import io.heliograph.core.privacy.DisclosureEntry.DisclosedTo;
import io.heliograph.core.tx.Sql;
import io.heliograph.host.guard.Disclosure;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.ObjectRef;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of disclosures. Every method runs inside the caller's unit of work. */
public final class DisclosureStore {
    private static final String COLUMNS = "id, occurred_at, instance, plugin, method, purpose, object_kind, object_id,"
            + " recipients, hosts, categories, bytes";
    private static final String FIELD = "\u001e";

    /** Adds an entry. */
    public void insert(UUID id, Disclosure what, Optional<Instant> deleteAt) {
        String owner = Sql.literal(what.owner().map(PrincipalId::value));
        String objectKind = what.object().isPresent() ? ":objectKind" : "null";
        String objectId = Sql.literal(what.object().map(ObjectRef::id));
        Map<String, Object> values = new HashMap<>(Map.of(
                "id", id,
                "at", what.at(),
                "instance", what.instance().value(),
                "plugin", what.plugin(),
                "method", what.method(),
                "purpose", what.purpose().word(),
                "recipients", recipients(what),
                "hosts", String.join(Parts.SEPARATOR, what.hosts()),
                "categories",
                        what.categories().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                "bytes", what.bytes()));
        what.object().ifPresent(object -> values.put("objectKind", object.kind()));
        Sql.change(
                "insert into disclosure (" + COLUMNS
                        + ", principal_id, delete_at) values (:id, :at, :instance, :plugin,"
                        + " :method, :purpose, " + objectKind + ", " + objectId
                        + ", :recipients, :hosts, :categories, :bytes, " + owner + ", " + Sql.literalTime(deleteAt)
                        + ")",
                values);
    }

    private static String recipients(Disclosure what) {
        return what.recipients().stream()
                .map(one -> String.join(FIELD, one.name(), one.country(), one.retention()))
                .collect(Collectors.joining(Parts.SEPARATOR));
    }

    /** The newest of {@code owner} before {@code before}. */
    public List<DisclosureEntry> newest(PrincipalId owner, Optional<UUID> before, int limit) {
        String older = before.isPresent() ? " and id < " + Sql.literal(before) : "";
        return entries(
                "select " + COLUMNS + " from disclosure where principal_id = :owner" + older
                        + " order by id desc limit " + limit,
                owner);
    }

    /** The newest of {@code owner} about these things. */
    public List<DisclosureEntry> ofObjects(PrincipalId owner, Collection<ObjectRef> objects, int limit) {
        Set<ObjectRef> wanted = Set.copyOf(objects);
        String ids = Sql.in(wanted.stream().map(ObjectRef::id).toList());
        return entries(
                        "select " + COLUMNS + " from disclosure where object_id in " + ids
                                + " and principal_id = :owner order by id desc limit " + limit,
                        owner)
                .stream()
                .filter(entry -> entry.object().filter(wanted::contains).isPresent())
                .toList();
    }

    private static List<DisclosureEntry> entries(String sql, PrincipalId owner) {
        return Sql.rows(sql, Map.of("owner", owner.value())).stream()
                .map(DisclosureStore::entry)
                .toList();
    }

    /** How many there are of {@code owner}, and when the first ends. */
    public Held held(PrincipalId owner) {
        @Nullable
        Object[] row = Sql.rows(
                        "select count(*), min(delete_at) from disclosure where principal_id = :owner",
                        Map.of("owner", owner.value()))
                .getFirst();
        return new Held(Sql.whole(row[0]), Sql.optionalInstant(row[1]));
    }

    /** Removes at most {@code limit} of {@code owner}. */
    public int erase(PrincipalId owner, int limit) {
        return Sql.change(
                "delete from disclosure where principal_id = :owner limit " + limit, Map.of("owner", owner.value()));
    }

    /** Removes at most {@code limit} whose deadline has passed, but none of those in {@code held}. */
    public int sweep(Instant now, Collection<UUID> held, int limit) {
        return Sql.change("delete from disclosure where " + overdue(held) + " limit " + limit, Map.of("now", now));
    }

    /** How many {@link #sweep} would still find. */
    public long overdue(Instant now, Collection<UUID> held) {
        return Sql.number("select count(*) from disclosure where " + overdue(held), Map.of("now", now));
    }

    private static String overdue(Collection<UUID> held) {
        return "delete_at < :now"
                + (held.isEmpty() ? "" : " and (principal_id is null or principal_id not in " + Sql.in(held) + ")");
    }

    private static DisclosureEntry entry(@Nullable Object[] row) {
        Optional<ObjectRef> object = Sql.optionalText(row[6])
                .flatMap(kind -> Sql.optionalUuid(row[7]).map(id -> new ObjectRef(kind, id)));
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        Parts.of(Sql.text(row[10]), ",").forEach(name -> categories.add(DataCategory.valueOf(name)));
        return new DisclosureEntry(
                Sql.uuid(row[0]),
                Sql.instant(row[1]),
                new InstanceId(Sql.text(row[2])),
                Sql.text(row[3]),
                Sql.text(row[4]),
                Sql.text(row[5]),
                object,
                Parts.of(Sql.text(row[8]), Parts.SEPARATOR).stream()
                        .map(DisclosureStore::recipient)
                        .toList(),
                Parts.of(Sql.text(row[9]), Parts.SEPARATOR),
                categories,
                Sql.whole(row[11]));
    }

    private static DisclosedTo recipient(String joined) {
        List<String> fields = Parts.of(joined, FIELD);
        return new DisclosedTo(fields.get(0), fields.get(1), fields.get(2));
    }

    /** How much is held. */
    public record Held(long count, Optional<Instant> earliestDeletion) {}
}
