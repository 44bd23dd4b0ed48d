/**
 * One pipeline for every picture and clip that comes in or goes out.
 *
 * <p>Read first: {@link io.heliograph.core.media.MediaPipeline} (what is done, in which order),
 * {@link io.heliograph.core.media.PreparedMedia} (what comes out), {@link io.heliograph.core.media.Refusal} (why a file is not taken).
 *
 * <pre>
 *   spooled bytes -> type by content -> size, pixels, frames (from heads alone) -> metadata away, upright
 *                 -> mark of origin -> checksum -> thumbnails (WebP), poster, blur hash -> files in the caller's folder
 * </pre>
 *
 * <p>Sub-packages: {@code format} reads and rewrites containers byte by byte, {@code process} talks to the media process, {@code child} is
 * what runs in it. PNG, JPEG and WebP are decoded in Java; AVIF, HEIC and clips only in the media process, so that a decoder's mistake in
 * native code meets no key and no database.
 *
 * <p>What must hold, and which test shows it: nothing is decoded before its size is known and allowed ({@code BombTest}); no coordinate,
 * device name or comment survives ({@code StrippingTest}); every result carries the origin that is true of its engine ({@code MarkTest});
 * a mark that came with a file is restated, since stripping would remove it; a killed media process fails or repeats a request and never
 * hangs it ({@code MediaProcessTest}).
 *
 * <p>Used by generation, library and the command line. Imports kernel and spi; keeps nothing, knows no person and no database. When the media
 * process is away, work that needs it fails with {@code unavailable} and may be tried again from the same spooled file.
 */
@NullMarked
package io.heliograph.core.media;

import org.jspecify.annotations.NullMarked;
