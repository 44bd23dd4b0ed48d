package io.heliograph.plugins.password;

import com.password4j.Argon2Function;
import com.password4j.SecureString;
import com.password4j.types.Argon2;
import io.heliograph.spi.Compute;
import io.heliograph.spi.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id in its usual text form, {@code $argon2id$v=19$m=..,t=..,p=..$salt$hash}, so that parameters travel with each
 * hash and can be raised later. Work is done on the host's compute pool.
 */
final class Hashing {
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Function function;
    private final String dummy;

    Hashing(Cost cost) {
        function =
                Argon2Function.getInstance(cost.memoryKilobytes(), cost.passes(), cost.lanes(), HASH_BYTES, Argon2.ID);
        // Same form and cost as a real one, drawn instead of calculated: a start need not wait for a hash, and nobody
        // knows
        // a password that fits.
        dummy = "$argon2id$v=19$m=" + cost.memoryKilobytes() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + drawn(SALT_BYTES) + "$" + drawn(HASH_BYTES);
    }

    private String drawn(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Hashes a password with a fresh salt. */
    String hash(Secret password, Compute compute) {
        return on(compute, () -> hash(password));
    }

    private String hash(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        char[] text = password.reveal();
        byte[] bytes = encode(text);
        try {
            return function.hash(bytes, salt).getResult();
        } finally {
            Arrays.fill(text, '\0');
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** UTF-8 without a copy that nobody overwrites. */
    private static byte[] encode(char[] text) {
        ByteBuffer buffer = ByteBuffer.allocate(text.length * 4);
        CoderResult result = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(text), buffer, true);
        if (result.isError() || result.isOverflow()) {
            throw new IllegalStateException("UTF-8 takes every text");
        }
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
        Arrays.fill(buffer.array(), (byte) 0);
        return bytes;
    }

    /** Whether the password fits; takes the cost that the hash names. */
    boolean fits(Secret password, String hash, Compute compute) {
        return on(compute, () -> {
            char[] text = password.reveal();
            try {
                return Argon2Function.getInstanceFromHash(hash).check(new SecureString(text), hash);
            } finally {
                Arrays.fill(text, '\0');
            }
        });
    }

    /** Does the work of a check against no account, so that time does not tell whether there is one. */
    void pretend(Secret password, Compute compute) {
        var _ = fits(password, dummy, compute);
    }

    /** Whether a hash was made with another cost than today's. */
    boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(function);
    }

    private static <T> T on(Compute compute, Supplier<T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        compute.forEach(1, index -> result.set(work.get()));
        return Objects.requireNonNull(result.get(), "the compute pool ran nothing");
    }
}
