package io.heliograph.spi;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;

/** What an instance is made with. Valid as long as the instance lives. */
public interface InstanceContext {
    /** Name the operator gave to this configured use of the plugin ("s3-eu"). */
    String instance();

    /** Its validated configuration. */
    Settings settings();

    /** Time. Plugins read no other clock. */
    InstantSource clock();

    /** Log of the instance; never give it a prompt, a secret or a person. */
    Logger logger();

    /**
     * A folder of the instance's own under the platform's data folder; empty unless the manifest declares the need
     * {@code files} and the operator granted it.
     */
    Optional<Path> folder();
}
