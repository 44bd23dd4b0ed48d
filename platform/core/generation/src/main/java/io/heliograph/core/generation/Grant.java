package io.heliograph.core.generation;

import io.heliograph.kernel.JobId;
import io.heliograph.kernel.PrincipalId;

/**
 * The durable grant that permits are minted from: the job's row as it was read.
 *
 * @param epoch revocation epoch that stood in the row; once it moves, no call begins and none goes on
 */
record Grant(JobId job, PrincipalId owner, long epoch) {}
