/**
 * The part of OpenAI's API that picture clients use: {@code /v1/models} and {@code /v1/images/generations}. A thin coat
 * over the same generations: what it makes lies in the library, costs the same and obeys the same rules.
 *
 * <p>Read first: {@link io.heliograph.web.openai.OpenAiRoutes}, then {@link io.heliograph.web.openai.ImageRequest}.
 * Unknown fields are ignored, failures are OpenAI's error object. Models are named {@code instance/model}; those that
 * make films have "video" in their id. Must always hold: a link in an answer opens without a key and with nothing but
 * itself, for an hour, and is dead as soon as its picture is deleted.
 */
@NullMarked
package io.heliograph.web.openai;

import org.jspecify.annotations.NullMarked;
