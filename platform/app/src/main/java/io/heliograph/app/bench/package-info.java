/**
 * {@code heliograph bench}: measures the service as an operator would meet it.
 *
 * <p>Read first: {@link io.heliograph.app.bench.Benchmarks} (what is measured, in which order) and
 * {@link io.heliograph.app.bench.Bench} (the service it is measured on: a process of its own, on a folder of its own, with
 * nothing of the operator's configuration). The load comes from this process over HTTP, so what a figure says includes the
 * connection, the contract's checks, the gates and the commit. Figures are never asserted by tests: a busy machine would
 * fail them; what tests assert is that every benchmark runs and answers.
 *
 * <p>Left out on purpose: anything that reads the operator's data, and any network beyond loopback.
 */
@NullMarked
package io.heliograph.app.bench;

import org.jspecify.annotations.NullMarked;
