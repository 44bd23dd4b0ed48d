package io.heliograph.spi.provider;

import io.heliograph.spi.bytes.ByteSource;

/** A picture or video to go by. Its metadata has been stripped; orientation is applied. */
public record Reference(ReferenceRole role, ByteSource bytes) {}
