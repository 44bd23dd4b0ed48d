/**
 * From words to a {@link io.heliograph.plugins.procedural.prompt.SceneSpec}: a lexicon in English, German, French, Spanish,
 * Chinese and Japanese, negations, and an honest list of the words that were not understood.
 *
 * <p>It knows scenery only. People, animals, objects and lettering find no entry and are reported as ignored; nothing is
 * guessed. The text of a prompt is kept nowhere but in the two lists of the result.
 */
@NullMarked
package io.heliograph.plugins.procedural.prompt;

import org.jspecify.annotations.NullMarked;
