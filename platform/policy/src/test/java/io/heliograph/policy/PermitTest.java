package io.heliograph.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.kernel.InstanceId;
import io.heliograph.policy.testing.TestPolicy;
import io.heliograph.spi.policy.Gate;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PermitTest {
    private static final InstanceId ENGINE = Requests.ENGINE;
    private static final String PUT = "BlobStore.put";

    private final SettableClock clock = new SettableClock();
    private final AtomicLong epoch = new AtomicLong(7);
    private boolean recordAway;
    private final PolicyEngine engine = TestPolicy.allowing(clock, (EpochSource) _ -> {
        if (recordAway) {
            throw new IllegalStateException("away");
        }
        return OptionalLong.of(epoch.get());
    });

    @Test
    void servesTheVeryCallItWasGivenForOnce() {
        Permit permit = mint();
        permit.check(Gate.STORE, ENGINE, PUT);
        assertThat(permit.stillValid()).isTrue();
        refused(Reasons.PERMIT_USED, () -> permit.check(Gate.STORE, ENGINE, PUT));
    }

    @Test
    void aMismatchIsRefusedAndDoesNotUseItUp() {
        Permit permit = mint();
        refused(Reasons.PERMIT_MISMATCH, () -> permit.check(Gate.REVEAL, ENGINE, PUT));
        refused(Reasons.PERMIT_MISMATCH, () -> permit.check(Gate.STORE, new InstanceId("other"), PUT));
        refused(Reasons.PERMIT_MISMATCH, () -> permit.check(Gate.STORE, ENGINE, "BlobStore.get"));
        refused(Reasons.PERMIT_MISMATCH, () -> permit.check(Gate.STORE, new ObjectRef("asset", Requests.IDS.next())));
        permit.check(Set.of(Gate.STORE, Gate.ERASE), ENGINE, PUT);
    }

    @Test
    void servesAStoreOfThePlatformForItsObject() {
        Permit permit = engine.require(Requests.ordinary(Gate.REVEAL));
        permit.check(Gate.REVEAL, Requests.PICTURE);
        refused(Reasons.PERMIT_USED, () -> permit.check(Gate.REVEAL, Requests.PICTURE));
    }

    @Test
    void isNoGoodAfterItsTime() {
        Permit permit = mint();
        clock.pass(Permit.START_LIMIT.plusMillis(1));
        refused(Reasons.PERMIT_EXPIRED, () -> permit.check(Gate.STORE, ENGINE, PUT));
        assertThat(permit.stillValid()).isFalse();
    }

    @Test
    void endsAStreamWhenTheEpochMoves() {
        Permit permit = mint();
        permit.check(Gate.STORE, ENGINE, PUT);
        epoch.incrementAndGet();
        assertThat(permit.recheck()).isFalse();
        assertThat(permit.stillValid()).isFalse();
        epoch.set(7);
        assertThat(permit.recheck()).as("once revoked, never valid again").isFalse();
    }

    @Test
    void asksTheRecordAgainSoonEnough() {
        Permit permit = mint();
        permit.check(Gate.STORE, ENGINE, PUT);
        epoch.incrementAndGet();
        assertThat(permit.stillValid()).isTrue();
        clock.pass(Permit.EPOCH_REUSE);
        assertThat(permit.stillValid()).isFalse();
    }

    @Test
    void isNotShownAfterTheEpochHasMoved() {
        Permit permit = mint();
        epoch.incrementAndGet();
        clock.pass(Duration.ofSeconds(1));
        refused(Reasons.REVOKED, () -> permit.check(Gate.STORE, ENGINE, PUT));
    }

    @Test
    void tellsAnAbsentRecordFromARevocation() {
        Permit permit = mint();
        permit.check(Gate.STORE, ENGINE, PUT);
        recordAway = true;
        refused(Reasons.RECORD_UNAVAILABLE, permit::recheck);
        recordAway = false;
        assertThat(permit.recheck()).isTrue();
    }

    @Test
    void isOverWhenTheCallIs() {
        Permit permit = mint();
        permit.check(Gate.STORE, ENGINE, PUT);
        permit.end();
        assertThat(permit.stillValid()).isFalse();
        assertThat(permit.recheck()).isFalse();
        refused(Reasons.PERMIT_USED, () -> permit.check(Gate.STORE, ENGINE, PUT));
    }

    @Test
    void cannotBeMadeElsewhere() {
        for (Class<?> type : Set.of(Permit.class, PolicyPermit.class)) {
            assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
            assertThat(type.getDeclaredConstructors()).hasSize(1).allSatisfy(PermitTest::packagePrivate);
            assertThat(Arrays.stream(type.getDeclaredMethods()).filter(method -> method.getReturnType() == type))
                    .as("no factory method")
                    .isEmpty();
        }
    }

    @Test
    void saysNothingAboutPeople() {
        assertThat(mint().toString()).doesNotContain(Requests.ANN.toString()).contains("STORE", "engine-main");
    }

    private static void packagePrivate(Constructor<?> constructor) {
        assertThat(constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE))
                .isZero();
    }

    private Permit mint() {
        return engine.require(Requests.ordinary(Gate.STORE));
    }

    private static void refused(String reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        PolicyDeniedException.class,
                        denied -> assertThat(denied.reason()).isEqualTo(reason));
    }
}
