package io.heliograph.core.media;

import java.nio.file.Path;

/**
 * One file that the pipeline made.
 *
 * @param name {@code original}, {@code poster}, or {@code w256}, {@code w512}, {@code w1024}: a thumbnail at most that wide
 * @param path in the caller's work folder; the caller moves or deletes it
 * @param type what it is, by construction
 * @param width pixels, upright
 * @param height pixels, upright
 * @param sizeBytes length of the file
 * @param sha256 64 hexadecimal digits
 */
public record MediaFile(String name, Path path, MediaType type, int width, int height, long sizeBytes, String sha256) {}
