/**
 * Three small providers that prove the SPI: {@link io.heliograph.testkit.fake.SyncFakePlugin} (at once, with previews),
 * {@link io.heliograph.testkit.fake.AsyncFakePlugin} (remote jobs, webhook, expiring result addresses) and {@link
 * io.heliograph.testkit.fake.SocketFakePlugin} (WebSocket). They use the SPI alone and can be packed into plugin jars by
 * {@link io.heliograph.testkit.vendor.PackagedFakes}; a test steers them through {@link io.heliograph.testkit.fake.Hook} also
 * across class loaders.
 */
@NullMarked
package io.heliograph.testkit.fake;

import org.jspecify.annotations.NullMarked;
