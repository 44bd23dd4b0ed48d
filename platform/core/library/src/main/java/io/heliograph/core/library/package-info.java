/**
 * What people keep: pictures and clips, made here or brought in; who sees them, how long they stay, how they go.
 *
 * <p>Read first: {@link io.heliograph.core.library.Library} (what a person can do), {@link io.heliograph.core.library.ResultKeeper} (how a
 * result gets in), {@link io.heliograph.core.library.LibraryRoom} (how it is put together and what the rest of the house hangs on to).
 *
 * <pre>
 *   pending --publish--> visible --delete or period over--> tombstoned --undo window over--> erased --a month--> (no row)
 *      |                    ^                                   |
 *      |                    +------------- restore -------------+
 *      +-- never published, or its owner's things were erased meanwhile --> tombstoned
 * </pre>
 *
 * <p>What must always hold: a blob's row is written before its bytes are put; every read of content goes through one predicate
 * ({@code store.Seen}), which says in SQL what {@link io.heliograph.policy.privacy.Visibility} says in Java ({@code SeenTest} compares them, an
 * ArchUnit rule finds a reader without it); a tombstone moves the epoch, so that permits die and a late put is refused; bytes count as gone
 * only after the store was asked again and had nothing. Texts and bytes are sealed under their owner's key.
 *
 * <p>Imports record, media, policy, kernel and spi; used by generation and web. Calls the store outside every unit of work only. When the
 * store is away, pictures cannot be opened ({@code unavailable}) and erasures wait; lists go on. Shares and collections are left out: they
 * will be features of their own that add to the predicate.
 */
@NullMarked
package io.heliograph.core.library;

import org.jspecify.annotations.NullMarked;
