/** Manifests and the configuration of instances. */
@NullMarked
package io.heliograph.host.config;

import org.jspecify.annotations.NullMarked;
