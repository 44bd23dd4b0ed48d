package io.heliograph.spi.identity;

import java.net.URI;
import java.util.Locale;

/**
 * Beginning of a sign-in.
 *
 * @param returnAddress where an issuer sends the person back to
 * @param locale language of the person
 */
public record AuthRequest(URI returnAddress, Locale locale) {}
