package io.heliograph.spi.payment;

import java.net.URI;

/** A page of the gateway's where the person pays. */
public record HostedPage(String reference, URI address) {}
