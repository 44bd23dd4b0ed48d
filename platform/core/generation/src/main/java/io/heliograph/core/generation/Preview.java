package io.heliograph.core.generation;

/**
 * The newest preview of a running generation.
 *
 * @param seq counts previews of this generation, from 1
 * @param mediaType by content: {@code image/jpeg}, {@code image/png} or {@code image/webp}
 * @param bytes at most 256 kB
 */
public record Preview(int seq, String mediaType, byte[] bytes) {}
