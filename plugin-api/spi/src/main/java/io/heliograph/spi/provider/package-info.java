/**
 * Providers that make pictures and videos, at once or as remote jobs.
 */
@NullMarked
package io.heliograph.spi.provider;

import org.jspecify.annotations.NullMarked;
