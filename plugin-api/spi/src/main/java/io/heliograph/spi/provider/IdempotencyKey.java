package io.heliograph.spi.provider;

/** Our key for one piece of work, kept before the call: 1 to 64 letters, digits and hyphens. */
public record IdempotencyKey(String value) {
    public IdempotencyKey {
        if (!value.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("an idempotency key has 1 to 64 letters, digits and hyphens");
        }
    }
}
