package io.heliograph.core.setting.store;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.setting.SettingBook;
import io.heliograph.core.setting.SettingChange;
import io.heliograph.core.setting.SettingValue;
import io.heliograph.core.tx.Sessions;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.spi.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Settings in the database; secrets sealed under the installation's key. */
public final class StoredSettingBook implements SettingBook {
    private static final String NONE = "NONE";
    private static final String TEXT = "TEXT";
    private static final String TEXTS = "TEXTS";
    private static final String HIDDEN = "HIDDEN";
    /** A secret that was wiped: older than the one before the one that holds. */
    private static final String WIPED = "WIPED";

    private static final String SEPARATOR = "\u001f";
    private static final int MAX_CHARACTERS = 4_000;
    private static final int MAX_AUDITED = 18;

    private final Tx tx;
    private final Sealer sealer;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    public StoredSettingBook(Tx tx, Sealer sealer, AuditLog audit, Ids ids, InstantSource clock) {
        this.tx = tx;
        this.sealer = sealer;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public long version() {
        return tx.required(() -> Sessions.current()
                .createNativeQuery("select seq from setting_head where id = 1", Long.class)
                .getSingleResult());
    }

    @Override
    public Snapshot read() {
        return tx.required(() -> {
            long version = version();
            Map<String, SettingValue> values = new LinkedHashMap<>();
            holding(version).forEach(row -> value(row).ifPresent(value -> values.put(row.name, value)));
            return new Snapshot(version, values);
        });
    }

    private static List<SettingRow> holding(long version) {
        return Sessions.current()
                .createSelectionQuery(
                        "from SettingRow s where s.seq = (select max(t.seq) from SettingRow t"
                                + " where t.name = s.name and t.seq <= :version) order by s.name",
                        SettingRow.class)
                .setParameter("version", version)
                .getResultList();
    }

    @Override
    public OptionalLong write(
            Optional<PrincipalId> actor,
            long basedOn,
            OptionalLong undoes,
            Map<String, Optional<SettingValue>> values) {
        values.forEach(StoredSettingBook::check);
        return tx.required(() -> {
            StatelessSession session = Sessions.current();
            long head = session.createNativeQuery("select seq from setting_head where id = 1 for update", Long.class)
                    .getSingleResult();
            if (head != basedOn) {
                return OptionalLong.empty();
            }
            Map<String, Optional<SettingValue>> changed = new TreeMap<>(values);
            changed.entrySet().removeIf(entry -> same(entry.getValue(), find(entry.getKey(), head)));
            if (changed.isEmpty()) {
                return OptionalLong.of(head);
            }
            long seq = head + 1;
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            changed.forEach((name, value) -> {
                find(name, head).ifPresent(StoredSettingBook::wipeBefore);
                SettingRow row = row(seq, name, value);
                row.changedAt = now;
                row.actorId = actor.map(PrincipalId::value).orElse(null);
                row.undoes = undoes.isPresent() ? undoes.getAsLong() : null;
                session.insert(row);
            });
            session.createNativeMutationQuery("update setting_head set seq = ?1 where id = 1")
                    .setParameter(1, seq)
                    .executeUpdate();
            record(actor, seq, undoes, changed);
            return OptionalLong.of(seq);
        });
    }

    /** Names only: a value is content. */
    private void record(
            Optional<PrincipalId> actor, long seq, OptionalLong undoes, Map<String, Optional<SettingValue>> changed) {
        AuditEntry.Draft entry = AuditEntry.of(undoes.isPresent() ? "setting.undo" : "setting.change")
                .by(actor.orElse(null))
                .on("setting-change", seq);
        undoes.ifPresent(taken -> entry.detail("undoes", taken));
        changed.entrySet().stream()
                .limit(MAX_AUDITED)
                .forEach(one -> entry.detail(one.getKey(), one.getValue().isPresent() ? "set" : "taken-out"));
        if (changed.size() > MAX_AUDITED) {
            entry.detail("count", changed.size());
        }
        audit.record(entry);
    }

    private SettingRow row(long seq, String name, Optional<SettingValue> value) {
        SettingRow row = new SettingRow(ids.next(), seq, name);
        switch (value.orElse(null)) {
            case null -> row.kind = NONE;
            case SettingValue.Text text -> {
                row.kind = TEXT;
                row.text = text.text();
            }
            case SettingValue.Texts texts -> {
                row.kind = TEXTS;
                row.text = String.join(SEPARATOR, texts.items());
            }
            case SettingValue.Hidden secret -> {
                row.kind = HIDDEN;
                row.hidden = sealer.sealText(
                        Sealer.INSTALLATION, context(row), secret.secret().revealText());
            }
        }
        return row;
    }

    private static SealContext context(SettingRow row) {
        return SealContext.field("setting_version.hidden", row.id);
    }

    private Optional<SettingValue> value(SettingRow row) {
        String text = row.text == null ? "" : row.text;
        return switch (row.kind) {
            case TEXT -> Optional.of(new SettingValue.Text(text));
            case TEXTS ->
                Optional.of(new SettingValue.Texts(text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR, -1))));
            case HIDDEN ->
                Optional.of(new SettingValue.Hidden(Secret.of(sealer.openText(
                        Sealer.INSTALLATION, context(row), java.util.Objects.requireNonNull(row.hidden)))));
            default -> Optional.empty();
        };
    }

    private boolean same(Optional<SettingValue> wanted, Optional<SettingRow> held) {
        Optional<SettingValue> now = held.flatMap(this::value);
        if (wanted.isPresent()
                && now.isPresent()
                && wanted.get() instanceof SettingValue.Hidden one
                && now.get() instanceof SettingValue.Hidden other) {
            return one.secret().revealText().equals(other.secret().revealText());
        }
        return wanted.equals(now);
    }

    /** The row that held for a name at a version. */
    private static Optional<SettingRow> find(String name, long version) {
        return Sessions.current()
                .createSelectionQuery(
                        "from SettingRow s where s.name = :name and s.seq <= :version order by s.seq desc",
                        SettingRow.class)
                .setParameter("name", name)
                .setParameter("version", version)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** {@code held} becomes the version before the new one; secrets older than it are not needed any more. */
    private static void wipeBefore(SettingRow held) {
        Sessions.current()
                .createNativeMutationQuery("update setting_version set kind = '" + WIPED
                        + "', hidden = null where name = ?1 and seq < ?2 and kind = '" + HIDDEN + "'")
                .setParameter(1, held.name)
                .setParameter(2, held.seq)
                .executeUpdate();
    }

    @Override
    public Optional<Map<String, Optional<SettingValue>>> before(long seq) {
        return tx.required(() -> {
            Map<String, Optional<SettingValue>> values = new TreeMap<>();
            for (SettingRow row : ofChanges(seq, seq)) {
                Optional<SettingRow> earlier = find(row.name, seq - 1);
                boolean changedLater = find(row.name, Long.MAX_VALUE)
                        .filter(newest -> newest.seq > seq)
                        .isPresent();
                if (changedLater
                        || earlier.filter(old -> old.kind.equals(WIPED)).isPresent()) {
                    return Optional.empty();
                }
                values.put(row.name, earlier.flatMap(this::value));
            }
            return values.isEmpty() ? Optional.empty() : Optional.of(values);
        });
    }

    private static List<SettingRow> ofChanges(long first, long last) {
        return Sessions.current()
                .createSelectionQuery(
                        "from SettingRow s where s.seq between :first and :last order by s.seq desc, s.name",
                        SettingRow.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    @Override
    public Page<SettingChange> history(Optional<Cursor> from, int limit) {
        return tx.required(() -> {
            long newest = from.map(cursor -> Long.parseLong(cursor.keys().getFirst()) - 1)
                    .orElseGet(this::version);
            Map<Long, List<SettingRow>> rows = new LinkedHashMap<>();
            ofChanges(newest - limit, newest)
                    .forEach(row -> rows.computeIfAbsent(row.seq, key -> new ArrayList<>())
                            .add(row));
            List<SettingChange> changes =
                    rows.values().stream().map(StoredSettingBook::change).toList();
            return Page.cut(changes, limit, last -> Cursor.of(Long.toString(last.seq())));
        });
    }

    private static SettingChange change(List<SettingRow> rows) {
        SettingRow first = rows.getFirst();
        return new SettingChange(
                first.seq,
                first.changedAt,
                Optional.ofNullable(first.actorId).map(PrincipalId::new),
                first.undoes == null ? OptionalLong.empty() : OptionalLong.of(first.undoes),
                rows.stream().map(StoredSettingBook::item).toList());
    }

    private static SettingChange.Item item(SettingRow row) {
        Optional<SettingRow> earlier = find(row.name, row.seq - 1);
        boolean hidden = hides(row) || earlier.filter(StoredSettingBook::hides).isPresent();
        return new SettingChange.Item(row.name, earlier.flatMap(old -> shown(old.text)), shown(row.text), hidden);
    }

    private static boolean hides(SettingRow row) {
        return row.kind.equals(HIDDEN) || row.kind.equals(WIPED);
    }

    private static Optional<String> shown(@Nullable String text) {
        return Optional.ofNullable(text).map(kept -> kept.replace(SEPARATOR, ", "));
    }

    private static void check(String name, Optional<SettingValue> value) {
        int length = switch (value.orElse(null)) {
            case null -> 0;
            case SettingValue.Text text -> text.text().length();
            case SettingValue.Texts texts ->
                String.join(SEPARATOR, texts.items()).length();
            case SettingValue.Hidden secret -> secret.secret().length();
        };
        if (length > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    "the value of " + name + " has more than " + MAX_CHARACTERS + " characters");
        }
    }
}
