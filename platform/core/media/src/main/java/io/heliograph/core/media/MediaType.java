package io.heliograph.core.media;

import java.util.Optional;

/** The types that are taken. Anything else is refused, whatever its name or its sender says. */
public enum MediaType {
    PNG(MediaKind.IMAGE, "image/png", "png"),
    JPEG(MediaKind.IMAGE, "image/jpeg", "jpg"),
    WEBP(MediaKind.IMAGE, "image/webp", "webp"),
    AVIF(MediaKind.IMAGE, "image/avif", "avif"),
    HEIC(MediaKind.IMAGE, "image/heic", "heic"),
    MP4(MediaKind.VIDEO, "video/mp4", "mp4"),
    WEBM(MediaKind.VIDEO, "video/webm", "webm");

    private final MediaKind kind;
    private final String mimeType;
    private final String extension;

    MediaType(MediaKind kind, String mimeType, String extension) {
        this.kind = kind;
        this.mimeType = mimeType;
        this.extension = extension;
    }

    public MediaKind kind() {
        return kind;
    }

    /** What goes into a {@code Content-Type} field. */
    public String mimeType() {
        return mimeType;
    }

    /** Usual end of a file name, without dot. */
    public String extension() {
        return extension;
    }

    /** The type with this {@code Content-Type}; empty for one that is not taken. */
    public static Optional<MediaType> ofMimeType(String mimeType) {
        for (MediaType type : values()) {
            if (type.mimeType.equals(mimeType)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** How ffmpeg calls the container; stills among them share MP4's. */
    String demuxer() {
        return this == WEBM ? "matroska" : "mov";
    }
}
