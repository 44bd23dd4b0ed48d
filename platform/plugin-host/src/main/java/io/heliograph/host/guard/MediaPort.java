package io.heliograph.host.guard;

import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.Cancellation;
import io.heliograph.spi.bytes.Spool;
import io.heliograph.spi.media.MediaServices;

/** Port to the media process. */
@FunctionalInterface
public interface MediaPort {
    /**
     * Services for one call.
     *
     * @param spool where results go; already guarded
     * @param cancellation whether the call should end
     */
    MediaServices open(InstanceId instance, Spool spool, Cancellation cancellation);
}
