package io.heliograph.core.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.core.inventory.HoldCheck;
import io.heliograph.core.inventory.RetentionClass;
import io.heliograph.core.testing.TestDatabase;
import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResultLinksTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private final House house = new House(DB);

    @AfterEach
    void close() {
        house.close();
    }

    private RetentionClass retention() {
        return house.room.retention().stream()
                .filter(one -> one.name().equals("result-link"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Commitment("V1")
    void aLinkOpensItsResultForItsTimeOnEveryNode() {
        PrincipalId owner = DB.principal();
        AssetId asset = new AssetId(DB.id());
        String token = house.room.links().create(owner, asset, HOUR);

        try (House other = new House(DB)) {
            assertThat(other.room.links().open(token)).contains(new ResultLinks.Grant(owner, asset));
        }
        assertThat(house.room.links().open(token + "x")).isEmpty();
        assertThat(house.room.links().open("")).isEmpty();

        DB.clock().advance(HOUR);
        assertThat(house.room.links().open(token)).isEmpty();
    }

    @Test
    void whatIsPastItsTimeIsSweptExceptWhatALawHolds() {
        PrincipalId bound = DB.principal();
        retention().sweep(DB.clock().instant(), 100, HoldCheck.NONE);
        house.room.links().create(DB.principal(), new AssetId(DB.id()), HOUR);
        house.room.links().create(bound, new AssetId(DB.id()), HOUR);
        HoldCheck holds = () -> Set.of(bound);

        assertThat(retention().overdue(DB.clock().instant(), holds)).isZero();
        DB.clock().advance(HOUR);
        assertThat(retention().overdue(DB.clock().instant(), holds)).isEqualTo(1);
        assertThat(retention().sweep(DB.clock().instant(), 100, holds)).isEqualTo(1);
        assertThat(retention().overdue(DB.clock().instant(), holds)).isZero();
        assertThat(retention().overdue(DB.clock().instant(), HoldCheck.NONE)).isEqualTo(1);
        assertThat(retention().sweep(DB.clock().instant(), 100, HoldCheck.NONE)).isEqualTo(1);
    }
}
