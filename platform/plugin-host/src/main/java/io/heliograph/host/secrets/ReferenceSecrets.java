package io.heliograph.host.secrets;

import io.heliograph.spi.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Secrets by reference: {@code env:NAME} and {@code file:PATH} (UTF-8, at most 64 kB, one line feed at the end is left
 * off). Files are read at each call, so a rotated one is seen at the instance's next start.
 */
public final class ReferenceSecrets implements SecretSource {
    private static final int LARGEST_BYTES = 64 * 1024;

    private final Map<String, String> environment;
    private final Path base;

    /**
     * @param environment the process's variables
     * @param base folder that relative paths start from
     */
    public ReferenceSecrets(Map<String, String> environment, Path base) {
        this.environment = Map.copyOf(environment);
        this.base = base;
    }

    @Override
    public Secret resolve(String reference) throws SecretReferenceException {
        if (reference.startsWith("env:")) {
            return variable(reference.substring("env:".length()));
        }
        if (reference.startsWith("file:")) {
            return file(reference.substring("file:".length()));
        }
        throw new SecretReferenceException(
                "a secret is given by reference, env:NAME or file:PATH.",
                "Put the secret into a file and write file:PATH.");
    }

    private Secret variable(String name) throws SecretReferenceException {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new SecretReferenceException(
                    "the environment variable of this reference is not set.", "Set it, or correct its name.");
        }
        return Secret.of(value);
    }

    private Secret file(String path) throws SecretReferenceException {
        byte[] bytes;
        try {
            Path file = base.resolve(path);
            if (Files.size(file) > LARGEST_BYTES) {
                throw new SecretReferenceException(
                        "the file of this reference is larger than 64 kB.", "Name a file that holds the secret only.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException | InvalidPathException unreadable) {
            throw new SecretReferenceException(
                    "the file of this reference cannot be read.",
                    "Check that it exists and that the service may read it.");
        }
        try {
            return text(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Secret text(byte[] bytes) throws SecretReferenceException {
        CharBuffer decoded;
        try {
            decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException binary) {
            throw new SecretReferenceException(
                    "the file of this reference is not text in UTF-8.", "Name a file that holds the secret only.");
        }
        char[] chars = new char[decoded.remaining()];
        decoded.get(chars);
        int length = chars.length;
        if (length > 0 && chars[length - 1] == '\n') {
            length--;
        }
        if (length > 0 && chars[length - 1] == '\r') {
            length--;
        }
        if (length == 0) {
            throw new SecretReferenceException("the file of this reference is empty.", "Write the secret into it.");
        }
        return Secret.of(Arrays.copyOf(chars, length));
    }
}
