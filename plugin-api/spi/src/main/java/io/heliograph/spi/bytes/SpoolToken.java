package io.heliograph.spi.bytes;

/** Names bytes in the host's spool. Opaque; a token of another call is refused. */
public record SpoolToken(String value) {}
