/**
 * What runs inside the media process: the only code of the platform that touches ffmpeg.
 *
 * <p>The media process is a small Java program of its own. The host starts it, talks to it over its standard input and output, and ends it
 * when it hangs, grows or dies: a file that breaks a decoder breaks this process and nothing else. Read first:
 * {@link io.heliograph.core.media.child.Wire} (what crosses the pipe), {@link io.heliograph.core.media.child.MediaChild} (the loop), then
 * one operation, such as {@link io.heliograph.core.media.child.Remux}.
 *
 * <pre>
 *   host                                 media process
 *   request(id, operation, arguments) -> thread of that request
 *                                     <- progress | chunk ... | done | failed
 *   frame(id) ...   (videos only)     -> encoder; each frame is acknowledged, so at most two wait
 *   end of input (host gone)          -> halts at once
 * </pre>
 *
 * <p>What must hold: the container's kind is told by the host, which looked at the bytes, and never guessed by ffmpeg; only the {@code file}
 * protocol is open, so no clip can name another address; nothing here logs, and standard output carries messages only. The classes import
 * the JDK and ffmpeg alone, so that the process starts with three jars. {@code MediaProcessTest} kills it in the middle of work, feeds
 * it broken files and checks that it ends with its parent.
 *
 * <p>Left out: decoding PNG, JPEG and WebP (done in Java, where a mistake cannot corrupt memory).
 */
@NullMarked
package io.heliograph.core.media.child;

import org.jspecify.annotations.NullMarked;
