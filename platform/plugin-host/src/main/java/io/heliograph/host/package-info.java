/**
 * The room between the platform and its plugins: it loads them, makes their instances, and stands between every call and
 * the plugin, and between every plugin and the network.
 *
 * <p>Read first: {@link io.heliograph.host.Instances} (what runs), {@link io.heliograph.host.guard.InstanceGuard} (how a
 * call reaches a plugin), {@link io.heliograph.host.guard.SpiMethod} (which permit opens which call). The application
 * makes a {@code registry.PluginHost}; everything above sees guarded handles only.
 *
 * <pre>
 *   permit --> guard: check, duties, slot --> plugin's thread --> result, or PluginException with its effect
 *                                               |-- bytes: sources, sinks and spool that check at each chunk
 *                                               \-- egress: declared hosts, one look-up, pinned address
 * </pre>
 *
 * <p>What always holds: no plugin runs without a permit (GuardScanTest walks the SPI), inside a transaction, or on a
 * thread that others need; a plugin that throws, hangs or does not load becomes a status or a failure (GuardTest,
 * LoadTest); nothing leaves before it is recorded; whatever a plugin kept of a call is dead after it.
 *
 * <p>Threat model: the loader <em>prevents</em> that honest code reaches files, sockets, processes or the host by naming
 * them; the scan at load <em>detects</em> reflection, look-ups by name, threads and loaders of one's own, which must be
 * declared and granted. Code that means harm and was granted look-ups can still get at the host through the boot or
 * system loader: against that only <em>a process of its own</em> helps.
 *
 * <p>Imports policy, kernel and SPI; core, web and app import it. PF4J is known to {@code load} only, Vert.x to
 * {@code egress} only. It keeps nothing in a database: recording, credentials and media are ports.
 */
@NullMarked
package io.heliograph.host;

import org.jspecify.annotations.NullMarked;
