package io.heliograph.host.egress;

import io.heliograph.spi.bytes.ByteSource;
import io.heliograph.spi.http.HttpBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/** A request's body as a run of pieces that can be written one after another; streamed, never whole in memory. */
final class RequestBody {
    private static final int CHUNK_BYTES = 64 * 1024;

    /** Takes chunks. */
    @FunctionalInterface
    interface Chunks {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    private final Optional<String> mediaType;
    private final List<Object> pieces;

    private RequestBody(Optional<String> mediaType, List<Object> pieces) {
        this.mediaType = mediaType;
        this.pieces = pieces;
    }

    static RequestBody of(HttpBody body) {
        return switch (body) {
            case HttpBody.None _ -> new RequestBody(Optional.empty(), List.of());
            case HttpBody.Text text -> new RequestBody(Optional.of(text.mediaType()), List.of(utf8(text.text())));
            case HttpBody.Bytes bytes ->
                new RequestBody(Optional.of(bytes.source().mediaType()), List.of(bytes.source()));
            case HttpBody.Multipart form -> form(form);
        };
    }

    private static RequestBody form(HttpBody.Multipart form) {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        String boundary = "heliograph-" + HexFormat.of().formatHex(random);
        List<Object> pieces = new ArrayList<>();
        for (HttpBody.Part part : form.parts()) {
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"";
            switch (part) {
                case HttpBody.Part.Field field -> {
                    pieces.add(utf8(head + quoted(field.name()) + "\"\r\n\r\n"));
                    pieces.add(utf8(field.value()));
                }
                case HttpBody.Part.File file -> {
                    pieces.add(utf8(head + quoted(file.name()) + "\"; filename=\"" + quoted(file.fileName())
                            + "\"\r\nContent-Type: " + quoted(file.source().mediaType()) + "\r\n\r\n"));
                    pieces.add(file.source());
                }
            }
            pieces.add(utf8("\r\n"));
        }
        pieces.add(utf8("--" + boundary + "--\r\n"));
        return new RequestBody(Optional.of("multipart/form-data; boundary=" + boundary), pieces);
    }

    /** As browsers do: what would end the quotation or the line is escaped. */
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Optional<String> mediaType() {
        return mediaType;
    }

    /** Size where every piece knows its own. */
    OptionalLong sizeBytes() {
        long size = 0;
        for (Object piece : pieces) {
            if (piece instanceof ByteSource source) {
                if (source.sizeBytes().isEmpty()) {
                    return OptionalLong.empty();
                }
                size += source.sizeBytes().getAsLong();
            } else {
                size += ((byte[]) piece).length;
            }
        }
        return OptionalLong.of(size);
    }

    void writeTo(Chunks chunks) throws IOException {
        for (Object piece : pieces) {
            if (piece instanceof ByteSource source) {
                source.copyTo(new Cutting(chunks));
            } else {
                new Cutting(chunks).write((byte[]) piece, 0, ((byte[]) piece).length);
            }
        }
    }

    /** Cuts large writes. */
    private static final class Cutting extends OutputStream {
        private final Chunks chunks;

        Cutting(Chunks chunks) {
            this.chunks = chunks;
        }

        @Override
        public void write(int value) throws IOException {
            chunks.write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = 0; at < length; at += CHUNK_BYTES) {
                chunks.write(bytes, offset + at, Math.min(CHUNK_BYTES, length - at));
            }
        }
    }
}
