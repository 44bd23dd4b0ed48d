package io.heliograph.core.crypto;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The place a sealed value belongs to. It is bound to the ciphertext: a value moved to another row or field does not
 * open.
 *
 * @param field {@code table.column} for a text, a word such as {@code blob} for bytes
 * @param id of the row or blob
 */
public record SealContext(String field, UUID id) {
    /** A field of a row. */
    public static SealContext field(String tableAndColumn, UUID rowId) {
        return new SealContext(tableAndColumn, rowId);
    }

    /** The bytes of a blob. */
    public static SealContext blob(UUID blobId) {
        return new SealContext("blob", blobId);
    }

    byte[] associatedData(UUID keyId) {
        return ("heliograph/1|" + keyId + "|" + field + "|" + id).getBytes(StandardCharsets.UTF_8);
    }
}
