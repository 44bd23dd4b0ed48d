/**
 * The process's own log: text for people or JSON for machines, with personal data redacted at the appender (U3), so that
 * no caller can forget it.
 *
 * <p>Read first: {@link io.heliograph.app.log.Redactor} (what is taken out) and {@link io.heliograph.app.log.Logging}
 * (how the log is set up from the configuration). Nothing but {@code app} may import it.
 */
@NullMarked
package io.heliograph.app.log;

import org.jspecify.annotations.NullMarked;
