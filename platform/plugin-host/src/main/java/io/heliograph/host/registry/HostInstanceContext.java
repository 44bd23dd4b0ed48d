package io.heliograph.host.registry;

import io.heliograph.spi.InstanceContext;
import io.heliograph.spi.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;

/** What an instance is made with. */
record HostInstanceContext(
        String instance, Settings settings, InstantSource clock, Logger logger, Optional<Path> folder)
        implements InstanceContext {}
