package io.heliograph.core.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.core.inventory.Disposition;
import io.heliograph.core.inventory.ErasureOrder;
import io.heliograph.core.inventory.ErasurePhase;
import io.heliograph.core.inventory.ErasureScope;
import io.heliograph.core.inventory.ErasureStep;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.spi.PluginException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The moments between the first byte and visibility, and what an erasure does to each. */
class LateResultTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private final House house = new House(DB);

    @AfterEach
    void close() {
        house.close();
    }

    private static ErasureOrder everythingOf(PrincipalId owner) {
        Disposition erase = new Disposition.Erase();
        return new ErasureOrder(
                DB.id(),
                owner,
                new ErasureScope.Account(),
                Map.of(DataCategory.RESULT, erase, DataCategory.UPLOAD, erase, DataCategory.PROMPT, erase),
                DB.clock().instant());
    }

    @Test
    void aResultKeptBeforeAnErasureIsNotPublishedAfterItAndItsBytesGo() throws Exception {
        PrincipalId owner = DB.principal();
        KeptAsset kept = house.keeper.keep(house.asset(owner, "a lake"), house.media(5_000), house.folder());
        DB.tx().required(() -> house.erasure.tombstone(everythingOf(owner)));

        assertThat(DB.tx().required(() -> house.keeper.publish(kept))).isFalse();

        assertThat(house.room.sweep(100, Set::of)).isEqualTo(1);
        assertThat(house.store.holdsAnythingOf(owner)).isFalse();
    }

    @Test
    void aJobWhoseEpochMovedPutsNothing() throws Exception {
        PrincipalId owner = DB.principal();
        NewAsset asset = house.asset(owner, "a lake");
        house.jobEpochs.put(asset.job().value(), 8L);

        assertThatThrownBy(() -> house.keeper.keep(asset, house.media(5_000), house.folder()))
                .isInstanceOf(PolicyDeniedException.class);
        assertThat(house.store.holdsAnythingOf(owner)).isFalse();
    }

    @Test
    void aJobWhoseEpochMovesBetweenGateAndStorePutsNothing() throws Exception {
        PrincipalId owner = DB.principal();
        NewAsset asset = house.asset(owner, "a lake");
        house.store.beforePut = () -> {
            house.jobEpochs.put(asset.job().value(), 8L);
            DB.clock().advance(Duration.ofSeconds(1));
        };

        assertThatThrownBy(() -> house.keeper.keep(asset, house.media(5_000), house.folder()))
                .isInstanceOf(PolicyDeniedException.class);
        assertThat(house.store.holdsAnythingOf(owner)).isFalse();
    }

    @Test
    void whatWasPutBeforeARevocationGoesAtOnce() throws Exception {
        PrincipalId owner = DB.principal();
        NewAsset asset = house.asset(owner, "a lake");
        house.store.beforePut = () -> {
            if (house.store.holdsAnythingOf(owner)) {
                house.jobEpochs.put(asset.job().value(), 8L);
                DB.clock().advance(Duration.ofSeconds(1));
            }
        };

        assertThatThrownBy(() -> house.keeper.keep(asset, house.media(5_000), house.folder()))
                .isInstanceOf(PolicyDeniedException.class);

        assertThat(house.store.holdsAnythingOf(owner)).isTrue();
        assertThat(house.room.sweep(100, Set::of)).isPositive();
        assertThat(house.store.holdsAnythingOf(owner)).isFalse();
        assertThatThrownBy(() -> house.keeper.keep(asset, house.media(5_000), house.folder()))
                .isInstanceOf(PolicyDeniedException.class);
    }

    @Test
    void aTryAfterAFailedOneIsTheSameAsset() throws Exception {
        PrincipalId owner = DB.principal();
        NewAsset asset = house.asset(owner, "a lake");
        house.store.away = true;
        assertThatThrownBy(() -> house.keeper.keep(asset, house.media(5_000), house.folder()))
                .isInstanceOf(PluginException.class);
        house.store.away = false;

        KeptAsset kept = house.keeper.keep(asset, house.media(5_000), house.folder());
        KeptAsset again = house.keeper.keep(asset, house.media(5_000), house.folder());

        assertThat(again).isEqualTo(kept);
        assertThat(DB.tx().required(() -> house.keeper.publish(kept))).isTrue();
        assertThat(DB.tx().required(() -> house.keeper.publish(again)))
                .as("told twice")
                .isTrue();
        assertThat(house.store.kept).hasSize(3);
        assertThat(DB.events().after(owner, 0, 10)).hasSize(1);
    }

    @Test
    void whatIsNeverPublishedIsTakenAway() throws Exception {
        PrincipalId owner = DB.principal();
        house.keeper.keep(house.asset(owner, "a lake"), house.media(5_000), house.folder());
        assertThat(house.room.sweep(100, Set::of)).isZero();
        DB.clock().advance(Duration.ofHours(3));

        assertThat(house.room.sweep(100, Set::of)).isPositive();
        assertThat(house.store.holdsAnythingOf(owner)).isFalse();
    }

    @Test
    void anErasureWaitsForAStoreThatIsAwayAndThenLeavesNothing() throws Exception {
        PrincipalId owner = DB.principal();
        PrincipalId other = DB.principal();
        AssetId lake = house.result(owner, "a lake");
        house.result(owner, "a hill");
        AssetId sea = house.result(other, "a sea");
        String link = house.room.links().create(owner, lake, Duration.ofHours(1));
        String foreign = house.room.links().create(other, sea, Duration.ofHours(1));
        ErasureOrder order = everythingOf(owner);
        DB.tx().required(() -> house.erasure.tombstone(order));
        assertThat(house.room.links().open(link)).isEmpty();
        assertThat(house.room.links().open(foreign)).isPresent();
        assertThat(house.library
                        .page(Actor.person(owner), AssetFilter.all(), Optional.empty(), 9)
                        .items())
                .isEmpty();
        house.store.away = true;
        assertThat(step(order, ErasurePhase.BLOBS)).isInstanceOf(ErasureStep.Waiting.class);
        assertThat(house.erasure.remaining(order)).isNotEmpty();
        house.store.away = false;
        house.store.deletesLater = true;
        assertThat(step(order, ErasurePhase.BLOBS)).isInstanceOf(ErasureStep.Waiting.class);
        house.store.deletesLater = false;

        assertThat(step(order, ErasurePhase.BLOBS)).isInstanceOf(ErasureStep.More.class);
        assertThat(step(order, ErasurePhase.BLOBS)).isInstanceOf(ErasureStep.Finished.class);
        assertThat(step(order, ErasurePhase.ROWS)).isInstanceOf(ErasureStep.Finished.class);

        assertThat(house.erasure.remaining(order)).isEmpty();
        assertThat(house.store.holdsAnythingOf(owner)).isFalse();
        assertThat(house.store.holdsAnythingOf(other)).isTrue();
        assertThat(step(order, ErasurePhase.BLOBS))
                .as("repeating is harmless")
                .isInstanceOf(ErasureStep.Finished.class);
    }

    private ErasureStep step(ErasureOrder order, ErasurePhase phase) {
        return house.erasure.step(order, phase, Optional.empty());
    }
}
