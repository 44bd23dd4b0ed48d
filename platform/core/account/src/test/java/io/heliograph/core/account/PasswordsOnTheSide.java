package io.heliograph.core.account;

import io.heliograph.kernel.InstanceId;
import io.heliograph.spi.PluginException;
import io.heliograph.spi.Secret;
import io.heliograph.spi.identity.CredentialRecords;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for the password plugin: keeps the text itself, in the sealed records that a plugin would use. */
final class PasswordsOnTheSide implements IdentityPort {
    static final InstanceId METHOD = new InstanceId("local");

    final AtomicInteger verifications = new AtomicInteger();
    private final CredentialRecords records;

    PasswordsOnTheSide(CredentialRecords records) {
        this.records = records;
    }

    @Override
    public List<Method> methods() {
        return List.of(new Method(METHOD, "password", "Password"));
    }

    @Override
    public boolean verify(InstanceId method, Optional<String> subject, Map<String, Secret> fields) {
        verifications.incrementAndGet();
        try {
            Optional<byte[]> kept = subject.isPresent() ? records.read(subject.get()) : Optional.empty();
            return kept.isPresent() && Arrays.equals(kept.get(), bytes(fields));
        } catch (PluginException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public List<String> enrol(
            InstanceId method, String subject, Map<String, Secret> fields, Set<String> personalWords) {
        String password = new String(bytes(fields), StandardCharsets.UTF_8);
        if (password.length() < 10) {
            return List.of("too-short");
        }
        if (personalWords.stream().anyMatch(password::contains)) {
            return List.of("personal");
        }
        try {
            records.write(subject, bytes(fields));
            return List.of();
        } catch (PluginException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void forget(InstanceId method, String subject) {
        try {
            records.delete(subject);
        } catch (PluginException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] bytes(Map<String, Secret> fields) {
        Secret password = fields.get("password");
        return password == null ? new byte[0] : password.revealText().getBytes(StandardCharsets.UTF_8);
    }
}
