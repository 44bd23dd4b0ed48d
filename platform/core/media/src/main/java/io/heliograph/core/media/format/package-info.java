/**
 * File formats, byte by byte: what a container says about itself before a pixel is decoded, and how it is rewritten without the
 * parts that tell on a person.
 *
 * <p>Read first: {@link io.heliograph.core.media.format.StillHead} (what every still parser answers),
 * {@link io.heliograph.core.media.format.JpegFormat} (the shape of a parser: walk, head, rewrite),
 * {@link io.heliograph.core.media.format.XmpPacket} (the mark of origin).
 *
 * <p>Everything here is pure: bytes in, bytes or numbers out, no thread, no native code, no decoder. Parsers never trust a length they
 * have not compared with what is left of the file, never loop without moving forward and answer a broken file with
 * {@link io.heliograph.core.media.format.DamagedFileException}. Rewriting is by <em>allow-list</em>: a segment or chunk that is not
 * needed to show the picture is dropped, so that a metadata kind invented tomorrow is dropped too. {@code StillFormatsTest} plants
 * coordinates, camera names and comments in each format and looks for them in what comes out.
 *
 * <p>Used by the media pipeline and the sniffer only; imports the JDK and xmpcore.
 */
@NullMarked
package io.heliograph.core.media.format;

import org.jspecify.annotations.NullMarked;
