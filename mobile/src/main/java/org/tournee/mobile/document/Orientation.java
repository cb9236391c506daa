package org.tournee.mobile.document;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;

/**
 * How a picture is to be turned before it is seen: the one thing a camera notes in a picture that is needed to draw it. JavaFX
 * does not look at it, so that the screens turn what they show.
 *
 * <p>Rule: R-DOC. Source: TIFF 6.0, tag 274.
 *
 * @param code 1 to 8, as in EXIF: 1 is upright, 3 upside down, 6 and 8 lie on a side, the even ones of 2 to 7 and 5 mirror
 */
record Orientation(int code) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final short TAG = 274;
    private static final short SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final int FIRST_LYING = 5;
    private static final int LAST = 8;
    private static final Set<Integer> MIRRORED_ACROSS = Set.of(2, 3, 7, 8);
    private static final Set<Integer> MIRRORED_DOWN = Set.of(3, 4, 6, 7);

    /** What a block of EXIF says, as JPEG and PNG carry it; upright where it says nothing, or nothing that can be read. */
    static Orientation ofExif(byte[] tiff) {
        try {
            ByteBuffer read = ByteBuffer.wrap(tiff);
            boolean little = read.get(0) == 'I';
            read.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            return ofDirectory(read.position(read.getInt(4)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT; // drawn as it lies: nothing is lost by it
        }
    }

    private static Orientation ofDirectory(ByteBuffer read) {
        int entries = Short.toUnsignedInt(read.getShort());
        int first = read.position();
        for (int at = first; at < first + entries * ENTRY_BYTES; at += ENTRY_BYTES) {
            int code = read.getShort(at + 8);
            if (read.getShort(at) == TAG && code >= 1 && code <= LAST) {
                return new Orientation(code);
            }
        }
        return UPRIGHT;
    }

    /** A block of EXIF that says this and nothing else. */
    byte[] exif() {
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, '*'})
                .putInt(8)
                .putShort((short) 1)
                .putShort(TAG)
                .putShort(SHORT)
                .putInt(1)
                .putShort((short) code)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    boolean isUpright() {
        return code == 1;
    }

    /** Whether its width is seen as its height. */
    boolean isLying() {
        return code >= FIRST_LYING;
    }

    /** The picture as it is to be seen. */
    Image upright(Image stored) {
        if (isUpright()) {
            return stored;
        }
        int width = (int) stored.getWidth();
        int height = (int) stored.getHeight();
        WritableImage seen = isLying() ? new WritableImage(height, width) : new WritableImage(width, height);
        boolean mirroredAcross = MIRRORED_ACROSS.contains(code);
        boolean mirroredDown = MIRRORED_DOWN.contains(code);
        PixelReader from = stored.getPixelReader();
        PixelWriter to = seen.getPixelWriter();
        for (int y = 0; y < height; y++) {
            int down = mirroredDown ? height - 1 - y : y;
            for (int x = 0; x < width; x++) {
                int across = mirroredAcross ? width - 1 - x : x;
                to.setArgb(isLying() ? down : across, isLying() ? across : down, from.getArgb(x, y));
            }
        }
        return seen;
    }
}
