package org.tournee.mobile.device;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Makes huge pictures small enough to travel; a phone's own camera may do it before. */
@FunctionalInterface
public interface Pictures {

    /** Enough to read a letter of A4; a camera takes twice that. */
    int LONGEST_SIDE = 2_400;

    /**
     * The picture with no side longer than {@link #LONGEST_SIDE}, as JPEG; unchanged where it is smaller, or no picture
     * that this device reads. Its pixels lie as they lay: how they are to be turned is the caller's to keep.
     */
    byte[] fit(byte[] picture);

    /** By the desk's Java; a phone has its own. */
    static Pictures ofDesk() {
        return picture -> {
            try {
                BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
                boolean fits = read == null || Math.max(read.getWidth(), read.getHeight()) <= LONGEST_SIDE;
                return fits ? picture : jpeg(scaled(read));
            } catch (IOException e) {
                return picture; // no picture after all: it travels as it is
            }
        };
    }

    private static BufferedImage scaled(BufferedImage large) {
        double factor = (double) LONGEST_SIDE / Math.max(large.getWidth(), large.getHeight());
        int width = (int) Math.round(large.getWidth() * factor);
        int height = (int) Math.round(large.getHeight() * factor);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(large, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }
}
