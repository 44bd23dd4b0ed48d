package io.heliograph.policy;

import io.heliograph.kernel.DataCategory;
import io.heliograph.kernel.Ids;
import io.heliograph.kernel.InstanceId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.spi.policy.Gate;
import java.time.InstantSource;
import java.util.Set;

/** Ordinary questions, one for each gate. */
public final class Requests {
    public static final Ids IDS = new Ids(InstantSource.system());
    public static final PrincipalId ANN = new PrincipalId(IDS.next());
    public static final PrincipalId BEN = new PrincipalId(IDS.next());
    public static final ObjectRef PICTURE = new ObjectRef("asset", IDS.next());
    public static final InstanceId ENGINE = new InstanceId("engine-main");

    private Requests() {}

    /** What Ann would ask at {@code gate} about her own picture. */
    public static GateRequest ordinary(Gate gate) {
        Actor ann = Actor.person(ANN);
        GateRequest.Builder builder = switch (gate) {
            case ADMIT -> GateRequest.admit(Purpose.GENERATION, ann);
            case DISCLOSE ->
                GateRequest.disclose(
                        Purpose.GENERATION, ann, ENGINE, "GenerationProvider.submit", Set.of(DataCategory.PROMPT));
            case STORE ->
                GateRequest.store(Purpose.GENERATION, ann, DataCategory.RESULT)
                        .call(ENGINE, "BlobStore.put")
                        .object(PICTURE);
            case REVEAL -> GateRequest.reveal(Purpose.VIEW, ann, PICTURE);
            case ERASE -> GateRequest.erase(Purpose.DELETION, ann, PICTURE);
        };
        return builder.owner(ANN).build();
    }
}
