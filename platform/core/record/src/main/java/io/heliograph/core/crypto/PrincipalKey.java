package io.heliograph.core.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.kernel.Uuids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.UUID;

/**
 * A principal's key, unwrapped and derived: one cipher for texts, one per segment size for blobs. Lives in memory only.
 */
final class PrincipalKey {
    static final int SECRET_BYTES = 32;
    private static final byte FORMAT = 1;
    private static final int TEXT_HEADER_BYTES = 17;

    private final UUID id;
    private final AesGcmJce texts;
    private final EnumMap<SegmentSize, StreamingAead> blobs = new EnumMap<>(SegmentSize.class);

    PrincipalKey(UUID id, byte[] secret) {
        this.id = id;
        try {
            this.texts = new AesGcmJce(derive(secret, "text"));
            for (SegmentSize size : SegmentSize.values()) {
                blobs.put(size, streaming(derive(secret, "blob-" + size.code()), size));
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("keys could not be derived", impossible);
        }
    }

    private static byte[] derive(byte[] secret, String use) throws GeneralSecurityException {
        return Hkdf.computeHkdf(
                "HMACSHA256",
                secret,
                new byte[0],
                ("heliograph/" + use).getBytes(StandardCharsets.US_ASCII),
                SECRET_BYTES);
    }

    @AccessesPartialKey
    private static StreamingAead streaming(byte[] key, SegmentSize size) throws GeneralSecurityException {
        AesGcmHkdfStreamingParameters parameters = AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(SECRET_BYTES)
                .setDerivedAesGcmKeySizeBytes(SECRET_BYTES)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(size.bytes())
                .build();
        return AesGcmHkdfStreaming.create(
                AesGcmHkdfStreamingKey.create(parameters, SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get())));
    }

    /** What a wrapped key is bound to. */
    static byte[] wrapContext(PrincipalId owner, UUID keyId) {
        return ("heliograph/key|" + owner + "|" + keyId).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] seal(SealContext context, byte[] plain) {
        try {
            byte[] sealed = texts.encrypt(plain, context.associatedData(id));
            return ByteBuffer.allocate(TEXT_HEADER_BYTES + sealed.length)
                    .put(FORMAT)
                    .put(Uuids.bytes(id))
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    byte[] open(SealContext context, byte[] sealed) {
        if (sealed.length < TEXT_HEADER_BYTES || sealed[0] != FORMAT) {
            throw new SealBrokenException("not a sealed value of a known format");
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed).position(1);
        byte[] keyId = new byte[16];
        buffer.get(keyId);
        if (!Uuids.of(keyId).equals(id)) {
            throw new SealBrokenException("sealed with another key");
        }
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        try {
            return texts.decrypt(body, context.associatedData(id));
        } catch (GeneralSecurityException damaged) {
            throw new SealBrokenException("a sealed value is damaged or belongs elsewhere", damaged);
        }
    }

    byte[] header(SegmentSize size) {
        return ByteBuffer.allocate(SealedLayout.HEADER_BYTES)
                .put(FORMAT)
                .put((byte) size.code())
                .putShort((short) 0)
                .put(Uuids.bytes(id))
                .array();
    }

    /** The segment size a blob's header tells. @throws SealBrokenException if it is not one of this key's blobs */
    SegmentSize readHeader(byte[] header) {
        ByteBuffer buffer = ByteBuffer.wrap(header);
        if (buffer.get() != FORMAT) {
            throw new SealBrokenException("not a sealed blob of a known format");
        }
        SegmentSize size = SegmentSize.ofCode(buffer.get())
                .orElseThrow(() -> new SealBrokenException("not a sealed blob of a known format"));
        buffer.getShort();
        if (!new UUID(buffer.getLong(), buffer.getLong()).equals(id)) {
            throw new SealBrokenException("sealed with another key");
        }
        return size;
    }

    StreamingAead blobs(SegmentSize size) {
        return java.util.Objects.requireNonNull(blobs.get(size));
    }

    byte[] associatedData(SealContext context) {
        return context.associatedData(id);
    }
}
