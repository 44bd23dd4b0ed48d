/**
 * The library's rows: the only place of the library that knows SQL.
 *
 * <p>Read first: {@link io.heliograph.core.library.store.Seen} (the one predicate of visibility),
 * {@link io.heliograph.core.library.store.AssetReader} (every read of content takes it),
 * {@link io.heliograph.core.library.store.AssetWriter} (the moves between states),
 * {@link io.heliograph.core.library.store.AssetSweep} (what the eraser works through).
 *
 * <p>Every method runs inside the caller's unit of work. Queries are native: the paging order rests on descending indexes, which is worth
 * seeing. Each move between states repeats its condition in the update, and its answer says whether it happened. Imports the record's unit of
 * work and the kernel; imported by the library alone.
 */
@NullMarked
package io.heliograph.core.library.store;

import org.jspecify.annotations.NullMarked;
