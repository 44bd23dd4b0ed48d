package io.heliograph.core.media;

import java.util.Arrays;

/**
 * Decoded pixels: sRGB, eight bits, alpha not multiplied in, {@code 0xAARRGGBB} row by row.
 *
 * @param argb {@code width * height} pixels; not changed once it is here
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier inside the pipeline, never compared
record Raster(int width, int height, int[] argb) {
    Raster {
        if (width < 1 || height < 1 || argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height);
        }
    }

    boolean isOpaque() {
        for (int pixel : argb) {
            if (pixel >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }

    /** The same picture turned upright. @param orientation EXIF's, 1 to 8 */
    Raster upright(int orientation) {
        if (orientation < 2 || orientation > 8) {
            return this;
        }
        boolean swapped = orientation >= 5;
        int newWidth = swapped ? height : width;
        int newHeight = swapped ? width : height;
        int[] turned = new int[argb.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                int fromX = switch (orientation) {
                    case 2, 3 -> width - 1 - x;
                    case 4 -> x;
                    case 5, 6 -> y;
                    default -> width - 1 - y;
                };
                int fromY = switch (orientation) {
                    case 2 -> y;
                    case 3, 4 -> height - 1 - y;
                    case 5, 8 -> x;
                    default -> height - 1 - x;
                };
                turned[y * newWidth + x] = argb[fromY * width + fromX];
            }
        }
        return new Raster(newWidth, newHeight, turned);
    }

    /**
     * A smaller picture: each new pixel is the mean of the area it covers, weighted by alpha so that nothing bleeds in from transparent
     * pixels. Sizes that are not smaller give the picture itself.
     */
    Raster shrunkTo(int newWidth, int newHeight) {
        if (newWidth >= width && newHeight >= height) {
            return this;
        }
        int[] target = new int[Math.multiplyExact(newWidth, newHeight)];
        double[] sums = new double[newWidth * 4];
        double[] row = new double[newWidth * 4];
        double stepY = (double) height / newHeight;
        int rowInHand = -1;
        for (int y = 0; y < newHeight; y++) {
            Arrays.fill(sums, 0);
            double from = y * stepY;
            double to = Math.min(height, from + stepY);
            for (int source = (int) from; source < to; source++) {
                double share = Math.min(to, source + 1.0) - Math.max(from, source);
                if (share <= 0) {
                    continue;
                }
                if (source != rowInHand) {
                    shrinkRow(source, newWidth, row);
                    rowInHand = source;
                }
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += row[i] * share;
                }
            }
            for (int x = 0; x < newWidth; x++) {
                target[y * newWidth + x] = pixel(sums, x * 4, stepY * width / newWidth);
            }
        }
        return new Raster(newWidth, newHeight, target);
    }

    private void shrinkRow(int y, int newWidth, double[] row) {
        double step = (double) width / newWidth;
        for (int x = 0; x < newWidth; x++) {
            double from = x * step;
            double to = Math.min(width, from + step);
            double alpha = 0;
            double red = 0;
            double green = 0;
            double blue = 0;
            for (int source = (int) from; source < to; source++) {
                double share = Math.min(to, source + 1.0) - Math.max(from, source);
                int pixel = argb[y * width + source];
                double weight = share * (pixel >>> 24);
                alpha += weight;
                red += weight * (pixel >> 16 & 0xff);
                green += weight * (pixel >> 8 & 0xff);
                blue += weight * (pixel & 0xff);
            }
            row[x * 4] = alpha;
            row[x * 4 + 1] = red;
            row[x * 4 + 2] = green;
            row[x * 4 + 3] = blue;
        }
    }

    private static int pixel(double[] sums, int at, double area) {
        double alpha = sums[at];
        if (alpha <= 0) {
            return 0;
        }
        int red = (int) (sums[at + 1] / alpha + 0.5);
        int green = (int) (sums[at + 2] / alpha + 0.5);
        int blue = (int) (sums[at + 3] / alpha + 0.5);
        int opacity = (int) Math.clamp(Math.round(alpha / area), 0L, 255L);
        return opacity << 24 | Math.min(red, 255) << 16 | Math.min(green, 255) << 8 | Math.min(blue, 255);
    }
}
