package org.tournee.mobile.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Pictures as cameras and their apps leave them: with place, time, device and more beside the pixels. */
final class NotedPictures {

    /** What is noted in them, and may be in nothing that is kept. */
    static final List<String> NOTES =
            List.of("Fairphone", "2026:03:09", "46.5802N", "Poitiers", "rue des Lilas", "ftypmp42", "MPF");

    private NotedPictures() {}

    /** @param orientation as a camera notes how it was held */
    static byte[] jpeg(int width, int height, int orientation) {
        return noted(plain(width, height, false), orientation);
    }

    /** Its pixels come in several scans, with tables between them. */
    static byte[] progressive(int width, int height) {
        return noted(plain(width, height, true), 1);
    }

    private static byte[] noted(byte[] plain, int orientation) {
        int afterJfif = 4 + (plain[4] << 8 | plain[5]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, afterJfif);
        out.writeBytes(segment(0xE1, "Exif\0\0", exif(orientation)));
        out.writeBytes(segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", text("<x:xmpmeta>Poitiers</x:xmpmeta>")));
        out.writeBytes(segment(0xE2, "MPF\0", new byte[20]));
        out.writeBytes(segment(0xED, "Photoshop 3.0\0", text("Poitiers")));
        out.writeBytes(segment(0xFE, "", text("rue des Lilas")));
        out.write(plain, afterJfif, plain.length - afterJfif);
        out.writeBytes(text("ftypmp42 46.5802N")); // a film behind the picture
        return out.toByteArray();
    }

    static byte[] png(int width, int height, int orientation) {
        byte[] plain = written(drawn(width, height), "png", false);
        int afterHeader = 8 + 12 + 13;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, afterHeader);
        out.writeBytes(chunk("eXIf", exif(orientation)));
        out.writeBytes(chunk("tEXt", text("Location\0Poitiers, 46.5802N")));
        out.writeBytes(chunk("tIME", new byte[] {7, (byte) 0xEA, 3, 9, 8, 5, 0}));
        out.write(plain, afterHeader, plain.length - afterHeader);
        out.writeBytes(text("rue des Lilas"));
        return out.toByteArray();
    }

    static BufferedImage pixels(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turned, made, on a day, at a place: the directories of a camera, the place in one of its own. */
    static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(200).put(text("MM\0*")).putInt(8);
        tiff.putShort((short) 4);
        entry(tiff, 271, 2, 10, 100);
        entry(tiff, 274, 3, 1, orientation << 16);
        entry(tiff, 306, 2, 20, 120);
        entry(tiff, 0x8825, 4, 1, 70);
        tiff.putInt(0);
        tiff.position(70).putShort((short) 1);
        entry(tiff, 2, 2, 9, 150);
        tiff.position(100).put(text("Fairphone\0"));
        tiff.position(120).put(text("2026:03:09 08:05:00\0"));
        tiff.position(150).put(text("46.5802N\0"));
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static byte[] segment(int marker, String name, byte[] data) {
        byte[] named = text(name);
        return ByteBuffer.allocate(4 + named.length + data.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (2 + named.length + data.length))
                .put(named)
                .put(data)
                .array();
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(text(type));
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(text(type))
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    static byte[] plain(int width, int height, boolean progressive) {
        return written(drawn(width, height), "jpg", progressive);
    }

    /** Dark at the top left, so that one sees how it lies. */
    private static BufferedImage drawn(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format, boolean progressive) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (progressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.ISO_8859_1);
    }
}
