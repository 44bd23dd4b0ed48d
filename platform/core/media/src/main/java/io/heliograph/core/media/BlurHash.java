package io.heliograph.core.media;

/**
 * The BlurHash of a picture: a few cosine terms of its colours in base 83, enough for a soft preview. Pure; a picture of at most 64 pixels a
 * side is plenty.
 */
final class BlurHash {
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

    private BlurHash() {}

    /**
     * Encodes.
     *
     * @param across horizontal terms, 1 to 9
     * @param down vertical terms, 1 to 9
     */
    static String of(Raster picture, int across, int down) {
        double[][] terms = new double[across * down][];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                terms[y * across + x] = term(picture, x, y);
            }
        }
        StringBuilder hash = new StringBuilder();
        append(hash, across - 1 + (down - 1) * 9, 1);
        double largest = 0;
        for (int i = 1; i < terms.length; i++) {
            for (double value : terms[i]) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        int step = terms.length == 1 ? 0 : (int) Math.clamp(Math.floor(largest * 166 - 0.5), 0, 82);
        append(hash, step, 1);
        append(hash, srgb(terms[0][0]) << 16 | srgb(terms[0][1]) << 8 | srgb(terms[0][2]), 4);
        double scale = (step + 1) / 166.0;
        for (int i = 1; i < terms.length; i++) {
            int code = 0;
            for (double value : terms[i]) {
                double root = Math.copySign(Math.sqrt(Math.abs(value / scale)), value);
                code = code * 19 + (int) Math.clamp(Math.floor(root * 9 + 9.5), 0, 18);
            }
            append(hash, code, 2);
        }
        return hash.toString();
    }

    private static double[] term(Raster picture, int across, int down) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int y = 0; y < picture.height(); y++) {
            double vertical = Math.cos(Math.PI * down * y / picture.height());
            for (int x = 0; x < picture.width(); x++) {
                double basis = vertical * Math.cos(Math.PI * across * x / picture.width());
                int pixel = picture.argb()[y * picture.width() + x];
                red += basis * linear(pixel >> 16 & 0xff);
                green += basis * linear(pixel >> 8 & 0xff);
                blue += basis * linear(pixel & 0xff);
            }
        }
        double norm = (across == 0 && down == 0 ? 1.0 : 2.0) / ((double) picture.width() * picture.height());
        return new double[] {red * norm, green * norm, blue * norm};
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int srgb(double value) {
        double share = Math.clamp(value, 0, 1);
        double curved = share <= 0.0031308 ? share * 12.92 : 1.055 * Math.pow(share, 1 / 2.4) - 0.055;
        return (int) (curved * 255 + 0.5);
    }

    private static void append(StringBuilder hash, int value, int digits) {
        int divisor = 1;
        for (int i = 1; i < digits; i++) {
            divisor *= 83;
        }
        for (int i = 0; i < digits; i++) {
            hash.append(DIGITS.charAt(value / divisor % 83));
            divisor /= 83;
        }
    }
}
