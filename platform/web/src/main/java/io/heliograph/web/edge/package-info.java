/**
 * The edge: where bytes from the network become a call, and a reply becomes bytes again. Nothing here knows a feature.
 *
 * <p>Read first: {@link io.heliograph.web.edge.HttpEdge} (the server), {@link io.heliograph.web.edge.ApiRouter} (what
 * happens to one request, in order) and {@link io.heliograph.web.edge.HandOff} (from the event loop to a virtual thread
 * and back, once).
 *
 * <pre>
 * event loop     request id, headers, who is calling from where, body (at most 256 kB), contract
 *     | HandOff  full: 503, Retry-After
 * virtual thread who is it (cookie or key), origin and token, permission, ADMIT, one handler = one core method
 *     | back
 * event loop     headers, cookies, body; one line in the access log, with the route's template and no address
 * </pre>
 *
 * Streamed operations go the same way without the body handler: their bytes pass through
 * {@link io.heliograph.web.edge.RequestBytes} and {@link io.heliograph.web.edge.ResponseBytes}, a few chunks at a time.
 *
 * <p>Imports Vert.x, the kernel, the contract; the features of this module import it, nobody else but the wiring does.
 * Must always hold: no handler runs before ADMIT said yes; no route exists without a declared permission and purpose;
 * nothing blocks an event loop; responses are written on their own context. When core fails, the caller gets a problem
 * with the request's id and the log has the cause; when the client goes away the transfer ends and its thread with it.
 */
@NullMarked
package io.heliograph.web.edge;

import org.jspecify.annotations.NullMarked;
