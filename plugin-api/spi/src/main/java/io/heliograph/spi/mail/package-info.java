/**
 * Ways to send mail.
 */
@NullMarked
package io.heliograph.spi.mail;

import org.jspecify.annotations.NullMarked;
