/**
 * The host's side of the media process: starting it, talking to it, and surviving it.
 *
 * <p>Read first: {@link io.heliograph.core.media.process.MediaProcess} (the operations),
 * {@link io.heliograph.core.media.process.MediaProcessSettings} (limits, and where the jars are),
 * {@link io.heliograph.core.media.process.MediaProcessException} (what can go wrong and whether trying again helps).
 *
 * <pre>
 *   absent --first request--> starting --READY--> serving --died, hung, too big--> absent
 * </pre>
 *
 * Requests that arrive while it starts wait for it, up to the start limit. When it dies, every request under way ends with
 * {@code DIED}; operations that only read are tried once more by themselves on the next process, so one person's hostile clip does not fail
 * another's thumbnail. Repeated deaths slow the restarts down (to five seconds), never stop them.
 *
 * <p>What must hold: no request outlives its time limit (the process is killed instead); the process never outlives the host (its input
 * ends); it inherits no environment variable, so no secret; frames in flight are bounded. {@code MediaProcessTest} proves each.
 *
 * <p>Used by the media pipeline and, through {@code MediaServices}, by plugins. Imports the wire and nothing of the platform.
 */
@NullMarked
package io.heliograph.core.media.process;

import org.jspecify.annotations.NullMarked;
