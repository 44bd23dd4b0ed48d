package io.heliograph.core.generation.store;

import io.heliograph.kernel.Uuids;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A short list of ids in one column: 16 bytes each, in order. */
public final class AssetIds {
    private static final int ID_BYTES = 16;

    private AssetIds() {}

    /** The column's bytes. */
    public static byte[] write(List<UUID> ids) {
        ByteBuffer buffer = ByteBuffer.allocate(ids.size() * ID_BYTES);
        ids.forEach(id -> buffer.put(Uuids.bytes(id)));
        return buffer.array();
    }

    static List<UUID> read(byte[] column) {
        List<UUID> ids = new ArrayList<>();
        for (int at = 0; at + ID_BYTES <= column.length; at += ID_BYTES) {
            ids.add(Uuids.of(Arrays.copyOfRange(column, at, at + ID_BYTES)));
        }
        return ids;
    }
}
