package io.heliograph.spi.bytes;

import io.heliograph.spi.PluginException;
import java.io.IOException;

/** Code that fills a sink, run at once by the method it is given to. */
@FunctionalInterface
public interface SinkWriter {
    /** Writes everything to {@code sink}. */
    void writeTo(ByteSink sink) throws IOException, PluginException;
}
