package io.heliograph.policy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The names under which policy plugins know people and things: keyed hashes under a key that is made at start and never
 * kept. So a plugin can count per person, but cannot tell who it is, nor join what it saw in two runs.
 */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH_BYTES = 16;

    private final SecretKeySpec key;

    Pseudonyms() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** The name of {@code id}. */
    String of(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)), 0, LENGTH_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
