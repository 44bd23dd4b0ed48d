package io.heliograph.core.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.heliograph.core.database.StartProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The root of all sealing: it wraps every principal's key. It lies in a file of mode 600 or is given by reference; a
 * text of one key a line (base64 of 32 bytes), the first in use, the others still needed to unwrap older keys.
 *
 * <p>Without it nothing sealed can be read, by anyone: a copy belongs in a safe place apart from the backups. Immutable;
 * safe for use by many threads.
 */
public final class MasterKey {
    private static final int KEY_BYTES = 32;

    private final @Nullable Path file;
    private final Map<String, byte[]> keys;

    private MasterKey(@Nullable Path file, Map<String, byte[]> keys) {
        this.file = file;
        this.keys = keys;
    }

    /** The key in {@code file}, which is made if it is not there. @throws StartProblem if it cannot be used. */
    public static MasterKey inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                MasterKey fresh = new MasterKey(file, Map.of(), fresh());
                fresh.save();
                return fresh;
            }
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
            if (mode.stream().anyMatch(p -> !p.name().startsWith("OWNER_"))) {
                throw new StartProblem(
                        "The master key " + file + " can be read by other users of this machine.",
                        "Run chmod 600 " + file + "; if others may have read it, run heliograph keys rotate after.");
            }
            return new MasterKey(file, parse(Files.readString(file), file.toString()));
        } catch (IOException failure) {
            throw new StartProblem(
                    "The master key " + file + " cannot be read: " + failure.getMessage() + ".",
                    "Give the user that runs Heliograph the right to read and write it.",
                    failure);
        }
    }

    /** The key given by a reference of the configuration. @throws StartProblem if it is none. */
    public static MasterKey given(String text) {
        return new MasterKey(null, parse(text, "given by reference"));
    }

    private MasterKey(@Nullable Path file, Map<String, byte[]> older, byte[] first) {
        this.file = file;
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(idOf(first), first);
        all.putAll(older);
        this.keys = all;
    }

    private static byte[] fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static Map<String, byte[]> parse(String text, String where) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            byte[] key = decode(line);
            if (key.length != KEY_BYTES) {
                throw unusable(where);
            }
            keys.put(idOf(key), key);
        }
        if (keys.isEmpty()) {
            throw unusable(where);
        }
        return keys;
    }

    private static byte[] decode(String line) {
        try {
            return Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static StartProblem unusable(String where) {
        return new StartProblem(
                "The master key (" + where + ") is not 32 bytes in base64.",
                "Put back the copy you kept. Only for a new installation: make one with openssl rand -base64 32.");
    }

    private static String idOf(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    /** Id of the key in use: the beginning of its hash. */
    String activeId() {
        return keys.keySet().iterator().next();
    }

    Set<String> ids() {
        return keys.keySet();
    }

    byte[] wrap(byte[] secret, byte[] associated) {
        try {
            return new AesGcmJce(keys.get(activeId())).encrypt(secret, associated);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("wrapping failed", impossible);
        }
    }

    /** Empty if the key that wrapped it is not here. @throws SealBrokenException if the wrapped key is damaged */
    Optional<byte[]> unwrap(String id, byte[] wrapped, byte[] associated) {
        byte @Nullable [] key = keys.get(id);
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AesGcmJce(key).decrypt(wrapped, associated));
        } catch (GeneralSecurityException damaged) {
            throw new SealBrokenException("a principal's key does not unwrap", damaged);
        }
    }

    /** The file's present content: another process may have rotated. The same for a key given by reference. */
    MasterKey reread() {
        return file == null ? this : inFile(file);
    }

    /** With a new key in use, already in the file; the older ones stay there. */
    MasterKey withNewKey() {
        if (file == null) {
            throw new IllegalStateException(
                    "the master key is given by reference: put a new line before the present one"
                            + " where it is kept, and restart");
        }
        MasterKey rotated = new MasterKey(file, keys, fresh());
        rotated.save();
        return rotated;
    }

    /** Without the keys that wrap nothing any more; the file follows. */
    MasterKey keepOnly(Set<String> wrapping) {
        Map<String, byte[]> kept = new LinkedHashMap<>();
        keys.forEach((id, key) -> {
            if (id.equals(activeId()) || wrapping.contains(id)) {
                kept.put(id, key);
            }
        });
        if (kept.size() == keys.size() || file == null) {
            return this;
        }
        MasterKey smaller = new MasterKey(file, kept);
        smaller.save();
        return smaller;
    }

    private void save() {
        if (file == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "# The master key of this Heliograph. Keep a copy apart from the backups: without it nothing can be read.");
        keys.values().forEach(key -> lines.add(Base64.getEncoder().encodeToString(key)));
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path half = Files.createTempFile(
                    folder,
                    ".master",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(half, lines, StandardCharsets.US_ASCII);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StartProblem(
                    "The master key cannot be written to " + file + ": " + failure.getMessage() + ".",
                    "Give the user that runs Heliograph the right to write there.",
                    failure);
        }
    }
}
