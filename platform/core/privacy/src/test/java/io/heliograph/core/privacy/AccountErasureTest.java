package io.heliograph.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.core.tx.Leases;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.PolicyEngine;
import io.heliograph.policy.PolicySetup;
import io.heliograph.policy.privacy.PrivacyModule;
import io.heliograph.policy.retention.EraseRule;
import io.heliograph.policy.retention.RetentionPeriods;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Commitment("G3")
class AccountErasureTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private final PrincipalId ann = db.principal();
    private final Actor herself = Actor.person(ann);
    private final FakeFeature pictures = new FakeFeature("picture", DataCategory.RESULT, ErasurePhase.BLOBS, 5);
    private final FakeFeature invoices = new FakeFeature("invoice", DataCategory.INVOICE, ErasurePhase.ROWS, 3);
    private final PolicyEngine policy = new PolicyEngine(db.clock(), _ -> OptionalLong.of(0));
    private final List<String> mails = new ArrayList<>();
    private final ReceiptSigner signer = new ReceiptSigner(db.tx(), db.ids(), db.clock(), db.sealer());
    private Duration grace = Duration.ofDays(7);
    private boolean held;

    private final AccountErasure erasure = new AccountErasure(
            db.tx(),
            db.clock(),
            new Erasure(
                    db.tx(),
                    db.ids(),
                    db.clock(),
                    policy,
                    db.audit(),
                    List.of(pictures, invoices),
                    List.of(pictures, invoices),
                    EraseRule::defaults,
                    RetentionPeriods::defaults),
            db.audit(),
            new Notices(),
            signer,
            () -> grace);
    private final ErasureWalk walk =
            new ErasureWalk(db.tx(), db.clock(), new Leases(), db.audit(), List.of(pictures, invoices));

    AccountErasureTest() {
        policy.load(PolicySetup.of(List.of(new PrivacyModule(_ -> Optional.empty(), _ -> held))));
    }

    @AfterEach
    void finishWhatIsLeft() {
        held = false;
        for (int i = 0; i < 10; i++) {
            db.clock().advance(Duration.ofDays(1));
            erasure.beginDue();
            walk.run();
        }
    }

    @Test
    void aWishWaitsForItsDayAndThenEverythingGoes() {
        AccountErasure.Wish wish = erasure.request(herself, ann, false);
        assertThat(wish.dueAt()).hasValue(db.clock().instant().plus(grace));
        assertThat(mails).containsExactly("scheduled " + wish.receiptCode());
        erasure.beginDue();
        walk.run();
        assertThat(pictures.tombstones).isZero();
        assertThat(erasure.pending(ann))
                .hasValueSatisfying(receipt -> assertThat(receipt.state()).isEqualTo(ErasureReceipt.State.SCHEDULED));

        db.clock().advance(grace);
        erasure.beginDue();
        assertThat(pictures.tombstones).isEqualTo(1);
        assertThat(erasure.takeBack(herself, ann)).isFalse();
        walk.run();

        assertThat(pictures.things).isZero();
        assertThat(erasure.pending(ann)).isEmpty();
        AccountErasure.Shown shown = erasure.receipt(wish.receiptCode()).orElseThrow();
        assertThat(shown.receipt().id()).isEqualTo(wish.order());
        assertThat(shown.receipt().state()).isEqualTo(ErasureReceipt.State.DONE);
        assertThat(shown.signed()).isPresent();
        assertThat(erasure.receipt("another")).isEmpty();
    }

    @Test
    void aWishIsTakenBackWhileItWaits() {
        AccountErasure.Wish wish = erasure.request(herself, ann, false);
        assertThat(erasure.takeBack(herself, ann)).isTrue();
        assertThat(erasure.takeBack(herself, ann)).isFalse();
        assertThat(mails).last().isEqualTo("taken back");
        db.clock().advance(grace);
        erasure.beginDue();
        assertThat(pictures.tombstones).isZero();
        assertThat(erasure.pending(ann)).isEmpty();
        assertThat(erasure.receipt(wish.receiptCode())).isEmpty();
    }

    @Test
    void atOnceAndWithoutAGraceItBegins() {
        AccountErasure.Wish waiting = erasure.request(herself, ann, false);
        AccountErasure.Wish wish = erasure.request(herself, ann, true);
        assertThat(wish.order()).isEqualTo(waiting.order());
        assertThat(wish.dueAt()).isEmpty();
        assertThat(pictures.tombstones).isEqualTo(1);
        walk.run();
        assertThat(erasure.receipt(wish.receiptCode()).orElseThrow().receipt().finishedAt())
                .isPresent();

        grace = Duration.ZERO;
        PrincipalId ben = db.principal();
        assertThat(erasure.request(Actor.staff(ann), ben, false).dueAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyWhoAskAtOnceGetOneOrder(boolean atOnce) throws Exception {
        int askers = 8;
        CyclicBarrier together = new CyclicBarrier(askers);
        try (ExecutorService threads = Executors.newFixedThreadPool(askers)) {
            List<Callable<UUID>> wishes = Collections.nCopies(askers, () -> {
                together.await();
                return erasure.request(herself, ann, atOnce).order();
            });
            Set<UUID> orders = new HashSet<>();
            for (Future<UUID> order : threads.invokeAll(wishes)) {
                orders.add(order.get());
            }
            assertThat(orders).hasSize(1);
        }
        assertThat(pictures.tombstones).isEqualTo(atOnce ? 1 : 0);
    }

    @Test
    void whatALawHoldsStaysUntilItDoesNot() {
        assertThatThrownBy(() -> erasure.request(Actor.person(db.principal()), ann, false))
                .isInstanceOf(PolicyDeniedException.class);
        erasure.request(herself, ann, false);
        held = true;
        assertThatThrownBy(() -> erasure.request(herself, ann, false)).isInstanceOf(PolicyDeniedException.class);
        db.clock().advance(grace);
        erasure.beginDue();
        assertThat(pictures.tombstones).isZero();
        assertThat(erasure.pending(ann).orElseThrow().waitingFor()).isEqualTo("denied:legal-hold");
        held = false;
        db.clock().advance(Duration.ofHours(6));
        erasure.beginDue();
        assertThat(pictures.tombstones).isEqualTo(1);
    }

    @Test
    void theOutlookTellsWhatGoesAndWhatALawKeeps() {
        assertThat(erasure.outlook(ann)).anySatisfy(line -> {
            assertThat(line.category()).isEqualTo(DataCategory.RESULT);
            assertThat(line.count()).isEqualTo(5);
            assertThat(line.disposition()).isEqualTo(new Disposition.Erase());
        });
        assertThat(erasure.outlook(ann)).anySatisfy(line -> {
            assertThat(line.category()).isEqualTo(DataCategory.INVOICE);
            assertThat(line.disposition()).isInstanceOf(Disposition.KeepUntil.class);
        });
    }

    @Test
    void aReceiptIsSignedAndNoLetterOfItCanBeChanged() throws Exception {
        AccountErasure.Wish wish = erasure.request(herself, ann, true);
        assertThat(erasure.receipt(wish.receiptCode()).orElseThrow().signed()).isEmpty();
        walk.run();
        String signed =
                erasure.receipt(wish.receiptCode()).orElseThrow().signed().orElseThrow();

        assertThat(signer.verify(signed))
                .hasValueSatisfying(json ->
                        assertThat(json).contains(wish.order().toString(), "\"count\":5", "\"detail\":\"tax-law\""));
        assertThat(signer.verify(signed.replace('.', ':'))).isEmpty();
        assertThat(signer.verify(signed.substring(0, signed.length() - 2) + "AA"))
                .isEmpty();
        String[] parts = signed.split("\\.");
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("\"count\":5", "\"count\":6")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(signer.verify(parts[0] + "." + forged + "." + parts[2])).isEmpty();

        // Whoever has the public key needs no installation to check it.
        byte[] key = Base64.getMimeDecoder().decode(signer.publicKeyPem().replaceAll("-----[A-Z ]+-----", ""));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    private final class Notices implements ErasureNotices {
        @Override
        public void scheduled(PrincipalId owner, Instant dueAt, String receiptCode) {
            mails.add("scheduled " + receiptCode);
        }

        @Override
        public void takenBack(PrincipalId owner) {
            mails.add("taken back");
        }
    }
}
