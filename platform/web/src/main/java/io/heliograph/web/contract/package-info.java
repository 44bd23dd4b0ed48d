/**
 * The contract as data: what operations there are, what each asks of its caller, and which carry raw bytes.
 *
 * <p>Read first: {@link io.heliograph.web.contract.Contract}, then {@link io.heliograph.web.contract.OperationSpec} and
 * {@link io.heliograph.web.contract.Faults}. The YAML under {@code openapi/heliograph.yaml} is the only source: the
 * server validates by it, the interface's client is generated from it, {@code /api} shows it.
 *
 * <p>Vert.x cannot hold all of it (event streams, images, problem bodies have media types that it does not know), so it
 * gets a projection without the streamed operations; those are routed around the body handler and their parameters are
 * checked by {@link io.heliograph.web.contract.StreamedParameters}. A test compares both sides.
 *
 * <p>Must always hold: an operation without an id or without a declared permission makes loading fail, so it can never
 * be served.
 */
@NullMarked
package io.heliograph.web.contract;

import org.jspecify.annotations.NullMarked;
