package io.heliograph.core.library;

import io.heliograph.core.crypto.SealContext;
import io.heliograph.core.crypto.SealedLayout;
import io.heliograph.core.crypto.Sealer;
import io.heliograph.core.crypto.SegmentSize;
import io.heliograph.core.media.MediaFile;
import io.heliograph.core.media.MediaKind;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.spi.bytes.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.UUID;

/** A media file in its sealed form, beside the plain one in the spool, until the store has it. */
record SealedFile(Path path) implements ByteSource {
    static SealedFile seal(Sealer sealer, PrincipalId owner, UUID blob, MediaFile plain, Path workFolder)
            throws IOException {
        Path target = workFolder.resolve(blob + ".sealed");
        try (InputStream in = Files.newInputStream(plain.path());
                OutputStream out =
                        sealer.sealing(owner, SealContext.blob(blob), segment(plain), Files.newOutputStream(target))) {
            in.transferTo(out);
        }
        return new SealedFile(target);
    }

    /** Small pieces for what is read whole and small, large ones for what is read in long runs. */
    static SegmentSize segment(MediaFile plain) {
        if (!"original".equals(plain.name())) {
            return SegmentSize.KIB_4;
        }
        return plain.type().kind() == MediaKind.VIDEO ? SegmentSize.MIB_1 : SegmentSize.KIB_64;
    }

    byte[] head() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(SealedLayout.HEAD_BYTES);
        }
    }

    long length() throws IOException {
        return Files.size(path);
    }

    @Override
    public OptionalLong sizeBytes() {
        try {
            return OptionalLong.of(length());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public String mediaType() {
        return "application/octet-stream";
    }

    @Override
    public long copyTo(OutputStream target) throws IOException {
        return Files.copy(path, target);
    }

    @Override
    public byte[] readAll(int limitBytes) throws IOException {
        if (length() > limitBytes) {
            throw new IOException("more than " + limitBytes + " bytes");
        }
        return Files.readAllBytes(path);
    }
}
