package io.heliograph.core.media.format;

/** Reads the one EXIF field that changes how a picture looks. A broken EXIF block means "upright": it is dropped anyway. */
final class ExifOrientation {
    private static final int TAG_ORIENTATION = 0x0112;
    private static final int MAX_ENTRIES = 512;

    private ExifOrientation() {}

    /**
     * @param file bytes that hold a TIFF structure
     * @param start where its byte-order mark is
     * @return 1 to 8; 1 where nothing sensible is said
     */
    static int of(byte[] file, int start) {
        try {
            String order = Bytes.name(file, start).substring(0, 2);
            boolean little = "II".equals(order);
            if (!little && !"MM".equals(order)) {
                return 1;
            }
            long directory = u32(file, start + 4, little);
            if (directory > file.length) {
                return 1;
            }
            int at = start + (int) directory;
            int entries = Math.min(u16(file, at, little), MAX_ENTRIES);
            for (int i = 0; i < entries; i++) {
                int entry = at + 2 + 12 * i;
                if (u16(file, entry, little) == TAG_ORIENTATION) {
                    int value = u16(file, entry + 8, little);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
            return 1;
        } catch (DamagedFileException e) {
            return 1;
        }
    }

    private static int u16(byte[] file, int at, boolean little) throws DamagedFileException {
        return little ? Bytes.u16Little(file, at) : Bytes.u16(file, at);
    }

    private static long u32(byte[] file, int at, boolean little) throws DamagedFileException {
        return little ? Bytes.u32Little(file, at) : Bytes.u32(file, at);
    }
}
