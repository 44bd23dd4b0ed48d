package io.heliograph.plugins.procedural.render;

import io.heliograph.plugins.procedural.maths.Workers;
import io.heliograph.plugins.procedural.paint.Image;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Recorded pictures, and what is needed to compare with them. */
final class Fingerprints {
    private Fingerprints() {}

    /** Rows of the recording that begin with a word, without it. */
    static List<String[]> rows(String kind) throws IOException {
        try (InputStream in =
                Fingerprints.class.getResourceAsStream("/io/heliograph/plugins/procedural/fingerprints.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the recording is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind + "\t"))
                    .map(line -> line.substring(kind.length() + 1).split("\t", -1))
                    .toList();
        }
    }

    /** SHA-256 of the pixels as big-endian 0x00RRGGBB. */
    static String of(Image image) {
        int[] pixels = image.pixels();
        ByteBuffer bytes = ByteBuffer.allocate(pixels.length * 4);
        bytes.asIntBuffer().put(pixels);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Exactly so many threads at the same loop. */
    static Workers team(int threads, Executor executor) {
        return (count, body) -> {
            AtomicInteger next = new AtomicInteger();
            CompletableFuture<?>[] lanes = new CompletableFuture<?>[threads];
            for (int lane = 0; lane < threads; lane++) {
                lanes[lane] = CompletableFuture.runAsync(
                        () -> {
                            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                                body.accept(i);
                            }
                        },
                        executor);
            }
            try {
                CompletableFuture.allOf(lanes).join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        };
    }
}
