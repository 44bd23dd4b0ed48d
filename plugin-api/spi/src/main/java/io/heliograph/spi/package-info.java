/**
 * What a plugin compiles against. Begin with {@link io.heliograph.spi.HeliographPlugin}: the one entry point, found by
 * {@link java.util.ServiceLoader}. Each kind of plugin has a package of its own; {@link io.heliograph.spi.CallContext} is
 * all that a plugin can reach of its host.
 *
 * <p>Rules that hold everywhere: calls block, and no Future, Stream, Iterator or bare InputStream stands in a
 * signature, because it would run later, when nobody watches it any more. Optional abilities are accessors that return
 * {@code Optional<Ability>}. Bytes come in as {@link io.heliograph.spi.bytes.ByteSource} and go out through
 * {@link io.heliograph.spi.bytes.ByteSink}. Failures are {@link io.heliograph.spi.PluginException}s, which say whether the
 * effect may have happened.
 *
 * <p>Version 0.x: it changes until real plugins of every kind have proved it.
 */
@NullMarked
package io.heliograph.spi;

import org.jspecify.annotations.NullMarked;
