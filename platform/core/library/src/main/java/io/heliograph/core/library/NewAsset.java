package io.heliograph.core.library;

import io.heliograph.kernel.AssetId;
import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.policy.ObjectRef;
import java.util.Optional;

/**
 * What is to be known of a result beside its files.
 *
 * @param id chosen by the caller before the first try, so that a repeated try is the same asset
 * @param job that made it
 * @param ordinal place among the job's results, from 0
 * @param grant the row that allows it to be kept, with the epoch it had when the work was accepted
 * @param modelId as clients name it
 * @param digitalSourceType IPTC term of the engine's origin
 * @param plan the owner's plan, for its periods
 */
public record NewAsset(
        AssetId id,
        PrincipalId owner,
        JobId job,
        int ordinal,
        Grant grant,
        String modelId,
        String modelTitle,
        String digitalSourceType,
        Optional<String> plan,
        Making making) {

    /** A row and its revocation epoch. */
    public record Grant(ObjectRef object, long epoch) {}
}
