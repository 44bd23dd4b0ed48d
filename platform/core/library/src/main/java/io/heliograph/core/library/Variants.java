package io.heliograph.core.library;

import io.heliograph.core.library.store.BlobRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Picks a file of an asset. */
final class Variants {
    private Variants() {}

    static Optional<BlobRow> pick(List<BlobRow> blobs, Variant variant) {
        return switch (variant) {
            case Variant.Original() -> named(blobs, "original");
            case Variant.Poster() -> named(blobs, "poster");
            case Variant.Thumbnail(int width) -> thumbnail(blobs, width);
        };
    }

    private static Optional<BlobRow> named(List<BlobRow> blobs, String name) {
        return blobs.stream().filter(blob -> blob.name().equals(name)).findFirst();
    }

    private static Optional<BlobRow> thumbnail(List<BlobRow> blobs, int width) {
        return blobs.stream()
                .filter(blob -> blob.name().startsWith("w") && nominal(blob) <= width)
                .max(Comparator.comparingInt(Variants::nominal));
    }

    private static int nominal(BlobRow blob) {
        return Integer.parseInt(blob.name().substring(1));
    }
}
