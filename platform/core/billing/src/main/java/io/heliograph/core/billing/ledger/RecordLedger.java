package io.heliograph.core.billing.ledger;

import io.heliograph.core.billing.store.LedgerStore;
import io.heliograph.core.billing.store.LedgerStore.TransactionRow;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.ProblemException;
import io.heliograph.kernel.ProblemType;
import io.heliograph.kernel.Uuids;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in the record. Each operation takes the principal's account rows first; whoever comes second with the same
 * key therefore sees the first one's transaction and answers from it. The unique key is the last defence, not the plan.
 */
public final class RecordLedger implements Ledger {
    private static final List<String> ACCOUNTS =
            Arrays.stream(Account.values()).map(Enum::name).toList();
    private static final List<String> MAY_BE_NEGATIVE = Arrays.stream(Account.values())
            .filter(Account::mayBeNegative)
            .map(Enum::name)
            .toList();

    private final Tx tx;
    private final Ids ids;
    private final InstantSource clock;
    private final LedgerStore store = new LedgerStore();

    /** A ledger on the record behind {@code tx}. */
    public RecordLedger(Tx tx, Ids ids, InstantSource clock) {
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Receipt grant(String key, PrincipalId principal, long credits, String reason) {
        requirePositive(credits);
        requireWord(key, MAX_KEY_CHARS);
        requireWord(reason, 40);
        return tx.required(
                () -> book(new Booking("grant:" + key, Operation.GRANT, principal, credits, 0, null, reason)));
    }

    @Override
    public Receipt reserve(JobId job, PrincipalId principal, long credits) {
        requirePositive(credits);
        return tx.required(
                () -> book(new Booking("reserve:" + job, Operation.RESERVE, principal, credits, 0, job, "")));
    }

    @Override
    public Receipt settle(JobId job, long credits) {
        requirePositive(credits);
        return tx.required(() -> end(Operation.SETTLE, job, Optional.of(credits)));
    }

    @Override
    public Receipt release(JobId job) {
        return tx.required(() -> end(Operation.RELEASE, job, Optional.empty()));
    }

    @Override
    public Receipt releaseAtLoss(JobId job) {
        return tx.required(() -> end(Operation.RELEASE_AT_LOSS, job, Optional.empty()));
    }

    @Override
    public Receipt expireUnknown(JobId job) {
        return tx.required(() -> end(Operation.EXPIRED_UNKNOWN, job, Optional.empty()));
    }

    private Receipt end(Operation operation, JobId job, Optional<Long> charged) {
        TransactionRow reservation = store.find("reserve:" + job)
                .orElseThrow(() -> new LedgerConflictException("nothing is reserved for job " + job));
        long reserved = reservation.credits();
        long credits = charged.orElse(reserved);
        if (credits > reserved) {
            throw new LedgerConflictException("job " + job + " cannot cost more than was reserved for it");
        }
        PrincipalId principal = new PrincipalId(reservation.principal());
        return book(new Booking("end:" + job, operation, principal, credits, reserved, job, ""));
    }

    private Receipt book(Booking booking) {
        UUID principal = booking.principal().value();
        LedgerStore.Standing standing = store.lock(principal, booking.key());
        if (standing.balances().isEmpty()) {
            store.open(principal, ACCOUNTS);
            standing = store.lock(principal, booking.key());
        }
        if (standing.earlier().isPresent()) {
            return repeated(booking, standing.earlier().get());
        }
        Map<String, Long> balances = standing.balances();
        Map<String, Long> entries =
                booking.operation().entries(booking.credits(), booking.reserved()).entrySet().stream()
                        .filter(entry -> entry.getValue() != 0)
                        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
        requireRange(balances, entries);
        if (!store.change(principal, entries, MAY_BE_NEGATIVE)) {
            if (booking.operation() == Operation.RESERVE) {
                throw ProblemException.of(
                        ProblemType.NO_CREDITS,
                        Map.of(
                                "needed",
                                booking.credits(),
                                "available",
                                balances.getOrDefault(Account.PERSON.name(), 0L)));
            }
            throw new IllegalStateException(booking.operation() + " would overdraw an account");
        }
        TransactionRow row = new TransactionRow(
                ids.next(),
                principal,
                booking.key(),
                booking.operation().name(),
                booking.credits(),
                entries.getOrDefault(Account.PERSON.name(), 0L),
                Optional.ofNullable(booking.job()).map(JobId::value),
                booking.reason(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.insert(row, entries);
        return receipt(row);
    }

    private static Receipt repeated(Booking booking, TransactionRow earlier) {
        boolean same = earlier.operation().equals(booking.operation().name())
                && earlier.principal().equals(booking.principal().value())
                && earlier.credits() == booking.credits()
                && earlier.reason().equals(booking.reason());
        if (!same) {
            throw new LedgerConflictException(
                    "key " + booking.key() + " was used before for " + earlier.operation() + " of other inputs");
        }
        return receipt(earlier);
    }

    private static Receipt receipt(TransactionRow row) {
        return new Receipt(
                row.id(),
                Operation.valueOf(row.operation()),
                new PrincipalId(row.principal()),
                row.credits(),
                row.bookedAt());
    }

    @Override
    public Balance balance(PrincipalId principal) {
        return tx.required(() -> {
            Map<String, Long> balances = store.balances(principal.value());
            return new Balance(
                    balances.getOrDefault(Account.PERSON.name(), 0L),
                    balances.getOrDefault(Account.RESERVED.name(), 0L));
        });
    }

    @Override
    public Page<StatementLine> statement(PrincipalId principal, Optional<Cursor> after, int limit) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("a page has 1 to 200 lines");
        }
        @Nullable UUID before = after.map(RecordLedger::position).orElse(null);
        List<TransactionRow> rows = tx.required(() -> store.newest(principal.value(), before, limit + 1));
        return Page.cut(rows, limit, row -> Cursor.of(row.id().toString())).map(RecordLedger::line);
    }

    private static UUID position(Cursor cursor) {
        return Optional.of(cursor.keys())
                .filter(keys -> keys.size() == 1)
                .flatMap(keys -> Uuids.parse(keys.getFirst()))
                .orElseThrow(() -> ProblemException.of(ProblemType.BAD_CURSOR));
    }

    private static StatementLine line(TransactionRow row) {
        return new StatementLine(
                row.id(),
                Operation.valueOf(row.operation()),
                row.credits(),
                row.availableChange(),
                row.job().map(JobId::new),
                row.reason(),
                row.bookedAt());
    }

    private static void requireRange(Map<String, Long> balances, Map<String, Long> entries) {
        entries.forEach((account, change) -> Math.addExact(balances.getOrDefault(account, 0L), change));
    }

    private static void requirePositive(long credits) {
        if (credits < 1) {
            throw new IllegalArgumentException("credits are at least 1");
        }
    }

    private static void requireWord(String text, int longest) {
        if (text.isEmpty() || text.length() > longest || !text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("not a word of 1 to " + longest + " printable ASCII characters");
        }
    }

    /** One operation with its inputs. */
    private record Booking(
            String key,
            Operation operation,
            PrincipalId principal,
            long credits,
            long reserved,
            @Nullable JobId job,
            String reason) {}
}
