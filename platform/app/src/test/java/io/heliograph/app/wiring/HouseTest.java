package io.heliograph.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heliograph.app.config.ConfigLoader;
import io.heliograph.core.testing.InventoryCheck;
import io.heliograph.kernel.Commitment;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.SessionId;
import io.heliograph.policy.Actor;
import io.heliograph.policy.Decision;
import io.heliograph.policy.Facts;
import io.heliograph.policy.GateRequest;
import io.heliograph.policy.ObjectRef;
import io.heliograph.policy.PolicyDeniedException;
import io.heliograph.policy.Purpose;
import io.heliograph.policy.Reasons;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole house on its own database, without plugins. */
class HouseTest {
    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        Path file = Files.writeString(folder.resolve("heliograph.yaml"), """
                data-folder: %s
                server:
                  port: 0
                policy:
                  rules:
                    no-films:
                      purposes: [generation]
                      when: media == 'video'
                """.formatted(folder.resolve("data")));
        house = House.open(new ConfigLoader(Map.of()).load(Optional.of(file)));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    @Commitment({"G1", "G3"})
    void everyColumnOfTheWholeSchemaHasItsOneCategoryAndEveryFeatureAnswersForIt() {
        var record = house.office().record();
        assertThat(InventoryCheck.columns(record.dataSource(), record.inventory()))
                .isEmpty();
        assertThat(InventoryCheck.participants(
                        record.inventory(),
                        house.participants().erasures(),
                        house.participants().exports()))
                .isEmpty();
        assertThat(record.inventory().byFeature())
                .containsKeys("record", "account", "billing", "library", "generation", "privacy");
    }

    @Test
    void aRuleOfTheOperatorRefusesWithItsNameAndLetsTheRestPass() {
        var gates = house.office().gates();
        GateRequest.Builder film = wish("video");
        assertThatThrownBy(() -> gates.require(film.build()))
                .isInstanceOfSatisfying(PolicyDeniedException.class, denied -> {
                    assertThat(denied.reason()).isEqualTo("no-films");
                    assertThat(denied.toProblem().params()).containsEntry("reason", "no-films");
                });
        assertThat(gates.decide(wish("image").build())).isInstanceOf(Decision.Granted.class);
        assertThat(gates.modules()).containsKey("operator-rules");
    }

    private static GateRequest.Builder wish(String media) {
        PrincipalId ann = new PrincipalId(house.office().record().ids().next());
        return GateRequest.admit(Purpose.GENERATION, Actor.person(ann))
                .owner(ann)
                .fact(Facts.MEDIA, media);
    }

    @Test
    void whatIsNotThereHasNoEpochSoNothingIsAllowedForIt() {
        var ids = house.office().record().ids();
        for (ObjectRef object : new ObjectRef[] {
            ObjectRef.account(new PrincipalId(ids.next())),
            ObjectRef.session(new SessionId(ids.next())),
            new ObjectRef("upload", ids.next()),
            new ObjectRef("asset", ids.next()),
            new ObjectRef("job", ids.next())
        }) {
            Decision decision = house.office()
                    .gates()
                    .decide(GateRequest.erase(Purpose.DELETION, Actor.system(), object)
                            .build());
            assertThat(decision)
                    .as(object.toString())
                    .isInstanceOfSatisfying(
                            Decision.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reasons.UNKNOWN_OBJECT));
        }
    }
}
