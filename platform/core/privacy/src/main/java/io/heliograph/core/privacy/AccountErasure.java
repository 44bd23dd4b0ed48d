package io.heliograph.core.privacy;

import io.heliograph.core.audit.AuditEntry;
import io.heliograph.core.audit.AuditLog;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.privacy.store.ErasureStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.PolicyDeniedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an account ends (G3). A wish waits for the grace period, in which everything works as before and the wish can be
 * taken back; then, or at once where the person says so, {@link Erasure} begins. Whoever asked gets a code that opens the
 * receipt when the account is gone.
 *
 * <pre>
 *   request --grace--> SCHEDULED --its day--> RUNNING --nothing left--> DONE
 *      \                   \--takeBack--> (as if never asked)
 *       \--at once, or no grace--> RUNNING
 * </pre>
 *
 * <p>Safe for many threads and nodes.
 */
@Commitment("G3")
public final class AccountErasure {
    private static final Logger LOG = LoggerFactory.getLogger(AccountErasure.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODE_BYTES = 32;
    private static final int BATCH = 50;
    /** A gate that says no today, because of a legal hold, is asked again after this. */
    private static final Duration DENIED_PAUSE = Duration.ofHours(6);

    private final Tx tx;
    private final InstantSource clock;
    private final Erasure erasure;
    private final AuditLog audit;
    private final ErasureNotices notices;
    private final ReceiptSigner signer;
    private final Supplier<Duration> grace;
    private final ErasureStore store = new ErasureStore();

    /** @param grace how long a wish waits; nought for not at all */
    public AccountErasure(
            Tx tx,
            InstantSource clock,
            Erasure erasure,
            AuditLog audit,
            ErasureNotices notices,
            ReceiptSigner signer,
            Supplier<Duration> grace) {
        this.tx = tx;
        this.clock = clock;
        this.erasure = erasure;
        this.audit = audit;
        this.notices = notices;
        this.signer = signer;
        this.grace = grace;
    }

    /** How long a wish waits. */
    public Duration grace() {
        return grace.get();
    }

    /** What would happen to each category if the account went now. */
    public List<ErasureOutlook> outlook(PrincipalId owner) {
        return erasure.outlook(owner);
    }

    /** The wish that waits or is being carried out. */
    public Optional<ErasureReceipt> pending(PrincipalId owner) {
        return erasure.receipts(owner).stream()
                .filter(receipt -> receipt.scope().equals("account") && receipt.state() != ErasureReceipt.State.DONE)
                .findFirst();
    }

    /** Those of {@code owners} whose wish waits or is being carried out. */
    public Map<PrincipalId, ErasureReceipt> pending(Collection<PrincipalId> owners) {
        return tx.required(() -> store.openAccountOrders(owners));
    }

    /**
     * Asks that {@code owner}'s account goes. Asked again, the first wish stands; asked again at once, it begins.
     *
     * @param atOnce without the grace period
     * @throws PolicyDeniedException if the gate says no: not theirs, or a law holds it
     */
    public Wish request(Actor actor, PrincipalId owner, boolean atOnce) {
        Duration wait = grace.get();
        boolean now = atOnce || wait.isZero();
        String code = freshCode();
        if (now) {
            UUID order =
                    erasure.order(actor, owner, new ErasureScope.Account(), id -> store.setReceiptHash(id, hash(code)));
            return new Wish(order, Optional.empty(), code);
        }
        UUID order = erasure.schedule(actor, owner, clock.instant().plus(wait), id -> {
            store.setReceiptHash(id, hash(code));
            dueAt(owner, id).ifPresent(day -> notices.scheduled(owner, day, code));
        });
        return new Wish(order, dueAt(owner, order), code);
    }

    private Optional<Instant> dueAt(PrincipalId owner, UUID order) {
        return erasure.receipt(owner, order).flatMap(ErasureReceipt::dueAt);
    }

    /** Takes the wish back while it waits. @return false if there is none, or it has begun */
    public boolean takeBack(Actor actor, PrincipalId owner) {
        return tx.required(() -> {
            boolean taken = store.takeBack(owner);
            if (taken) {
                audit.record(AuditEntry.of("erasure.take-back")
                        .by(actor.principal().orElse(null))
                        .on("principal", owner)
                        .ownedBy(owner));
                notices.takenBack(owner);
            }
            return taken;
        });
    }

    /** Begins what has waited long enough; for a chore. A refusal leaves it waiting, and the operator is told. */
    public void beginDue() {
        for (PrincipalId owner : tx.required(() -> store.due(clock.instant(), BATCH))) {
            try {
                erasure.order(Actor.system(), owner, new ErasureScope.Account());
            } catch (PolicyDeniedException denied) {
                LOG.warn("The erasure of account {} waits: {}", owner, denied.reason());
                tx.required(() -> store.putOff(owner, clock.instant().plus(DENIED_PAUSE), "denied:" + denied.reason()));
            }
        }
    }

    /** The receipt that a code opens; empty for any other code. */
    public Optional<Shown> receipt(String code) {
        return tx.required(() -> store.byReceiptHash(hash(code))).map(this::shown);
    }

    private Shown shown(ErasureReceipt receipt) {
        return new Shown(
                receipt,
                receipt.state() == ErasureReceipt.State.DONE ? Optional.of(signer.sign(receipt)) : Optional.empty());
    }

    private static String freshCode() {
        byte[] bytes = new byte[CODE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 256 random bits: a plain hash cannot be turned back. */
    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    /**
     * A wish that was taken.
     *
     * @param dueAt when it begins; empty if it has begun
     * @param receiptCode shown once; opens the receipt
     */
    public record Wish(UUID order, Optional<Instant> dueAt, String receiptCode) {
        /** Leaves the code out. */
        @Override
        public String toString() {
            return "Wish[" + order + "]";
        }
    }

    /** A receipt, and its signed form once it is final. */
    public record Shown(ErasureReceipt receipt, Optional<String> signed) {}
}
