package io.heliograph.spi.bytes;

import io.heliograph.spi.PluginException;
import java.io.IOException;

/** The host's spool: sealed temporary room for results, outside which no unstripped byte lies. */
public interface Spool {
    /**
     * Takes one result.
     *
     * @param mediaType what the plugin says it is; the host decides by content
     * @return a token for {@link io.heliograph.spi.provider.Output.Spooled}, valid in this call's answer only
     * @throws IOException when the limit is passed or there is no room
     */
    SpoolToken write(String mediaType, SinkWriter writer) throws IOException, PluginException;
}
