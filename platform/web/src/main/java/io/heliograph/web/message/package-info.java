/**
 * The sentences of problems and pages, in the languages of the interface. One file for each language under
 * {@code messages/}; a test fails when a problem type has no sentence or a language lacks one.
 */
@NullMarked
package io.heliograph.web.message;

import org.jspecify.annotations.NullMarked;
