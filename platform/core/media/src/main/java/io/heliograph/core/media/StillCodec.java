package io.heliograph.core.media;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Decoding PNG, JPEG and WebP, and encoding PNG and JPEG, in Java. Calculation only: callers run it on the pool for that. */
final class StillCodec {
    private static final float JPEG_QUALITY = 0.95f;

    private StillCodec() {}

    /**
     * Decodes; the size must have been read and allowed before.
     *
     * @param everyPixel how many stored pixels make one decoded pixel, per axis; 1 for all of them
     * @throws IIOException the data are broken
     */
    static Raster decode(byte[] file, MediaType type, int everyPixel) throws IIOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mimeType());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader for " + type);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(everyPixel, everyPixel, 0, 0);
            return raster(reader.read(0, parameters));
        } catch (IOException | RuntimeException e) {
            // the bytes are in memory: whatever goes wrong here, also by a reader's own arithmetic, is the file's fault
            throw new IIOException("not decodable", e);
        } finally {
            reader.dispose();
        }
    }

    private static Raster raster(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean grey = image.getColorModel() instanceof ComponentColorModel
                && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        if (grey) {
            return new Raster(width, height, grey(image));
        }
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setComposite(AlphaComposite.Src);
            graphics.drawImage(image, 0, 0, null);
        } finally {
            graphics.dispose();
        }
        return new Raster(width, height, ((DataBufferInt) target.getRaster().getDataBuffer()).getData());
    }

    /** Grey samples are taken as they are: Java's grey colour space is linear and would brighten them. */
    private static int[] grey(BufferedImage image) {
        WritableRaster samples = image.getRaster();
        int width = image.getWidth();
        int shift = Math.max(0, image.getColorModel().getComponentSize(0) - 8);
        boolean alpha = image.getColorModel().hasAlpha() && samples.getNumBands() > 1;
        int[] argb = new int[width * image.getHeight()];
        int[] row = new int[width * samples.getNumBands()];
        for (int y = 0; y < image.getHeight(); y++) {
            samples.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int value = row[x * samples.getNumBands()] >> shift & 0xff;
                int opacity = alpha ? row[x * samples.getNumBands() + 1] >> shift & 0xff : 0xff;
                argb[y * width + x] = opacity << 24 | value << 16 | value << 8 | value;
            }
        }
        return argb;
    }

    /** A PNG, with alpha only where something is transparent. */
    static byte[] png(Raster raster) {
        return write(raster, "png", raster.isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    }

    /** A JPEG of high quality; transparent parts lie on white. */
    static byte[] jpeg(Raster raster) {
        int[] flat = raster.argb();
        if (!raster.isOpaque()) {
            flat = Arrays.stream(flat).map(StillCodec::onWhite).toArray();
        }
        return write(new Raster(raster.width(), raster.height(), flat), "jpeg", BufferedImage.TYPE_INT_RGB);
    }

    private static int onWhite(int pixel) {
        int alpha = pixel >>> 24;
        int result = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int value = pixel >> shift & 0xff;
            result = result << 8 | (value * alpha + 255 * (255 - alpha) + 127) / 255;
        }
        return result;
    }

    private static byte[] write(Raster raster, String format, int imageType) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), imageType);
        image.setRGB(0, 0, raster.width(), raster.height(), raster.argb(), 0, raster.width());
        Iterator<ImageWriter> writers =
                ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), format);
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if ("jpeg".equals(format)) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
