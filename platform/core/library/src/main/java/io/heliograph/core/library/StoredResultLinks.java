package io.heliograph.core.library;

import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.library.store.ResultLinkStore;
import io.heliograph.core.tx.Tx;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** Links in the record, which therefore work on every node and after a restart; a token is kept as a hash. */
@Commitment("V1")
final class StoredResultLinks implements ResultLinks {
    private static final int TOKEN_BYTES = 24;

    private final Tx tx;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final ResultLinkStore links = new ResultLinkStore();

    StoredResultLinks(Tx tx, InstantSource clock) {
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String create(PrincipalId owner, AssetId asset, Duration lasts) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant endsAt = clock.instant().plus(lasts);
        tx.required(() -> links.insert(hash(token), new ResultLinkStore.Target(owner.value(), asset.value()), endsAt));
        return token;
    }

    @Override
    public Optional<Grant> open(String token) {
        return tx.required(() -> links.find(hash(token), clock.instant()))
                .map(target -> new Grant(new PrincipalId(target.owner()), new AssetId(target.asset())));
    }

    RetentionClass retention() {
        return new OfLinks();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    /** A link's row goes when its time is over. */
    private final class OfLinks implements RetentionClass {
        @Override
        public String name() {
            return "result-link";
        }

        @Override
        public DataCategory category() {
            return DataCategory.RESULT;
        }

        @Override
        public int sweep(Instant now, int limit, HoldCheck holds) {
            return tx.required(() -> links.removeEnded(now, Eraser.held(holds), limit));
        }

        @Override
        public long overdue(Instant now, HoldCheck holds) {
            return tx.required(() -> links.ended(now, Eraser.held(holds)));
        }
    }
}
