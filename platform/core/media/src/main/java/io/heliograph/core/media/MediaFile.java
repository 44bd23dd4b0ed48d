package io.heliograph.core.media;

import java.nio.file.Path;

/**
 * One file that the pipeline made.
 *
 * @param name {@code original}, {@code poster} or {@code w320}, {@code w640} ...: the longest names are twelve characters
 * @param path in the caller's work folder; the caller moves or deletes it
 * @param type what it is, by construction
 * @param width pixels, upright
 * @param height pixels, upright
 * @param sizeBytes length of the file
 * @param sha256 64 hexadecimal digits
 */
public record MediaFile(String name, Path path, MediaType type, int width, int height, long sizeBytes, String sha256) {}
