package org.tournee.mobile.document;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A PNG taken apart into its chunks, without decoding its pixels. What must be understood to draw it stays, and what gives
 * its colours and its size; texts, times, EXIF and whatever nobody thought of go, and so does what lies behind its end.
 *
 * <p>Rules: R-OUT, R-GDPR. Source: W3C, Portable Network Graphics, §5 and §11.
 */
final class PngChunks implements PictureParts {

    private static final int SIGNATURE_BYTES = 8;
    /** Length, type and checksum. */
    private static final int FRAME_BYTES = 12;

    private static final String HEADER = "IHDR";
    private static final String PIXELS = "IDAT";
    private static final String END = "IEND";
    private static final String EXIF = "eXIf";
    private static final Set<String> COLOURS =
            Set.of("tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs");

    private final byte[] bytes;
    private final List<Chunk> chunks = new ArrayList<>();

    /** From its length to the end of its checksum. */
    private record Chunk(String type, int from, int to) {}

    private PngChunks(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws UnreadablePictureException when a chunk is not whole, or there are no pixels */
    static PngChunks of(byte[] png) throws UnreadablePictureException {
        PngChunks parts = new PngChunks(png);
        parts.read();
        return parts;
    }

    private void read() throws UnreadablePictureException {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        String type = "";
        int at = SIGNATURE_BYTES;
        while (!type.equals(END)) {
            if (bytes.length - at < FRAME_BYTES) {
                throw new UnreadablePictureException("cut short");
            }
            int length = all.getInt(at);
            if (length < 0 || length > bytes.length - at - FRAME_BYTES) {
                throw new UnreadablePictureException("a chunk without an end at " + at);
            }
            type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Chunk(type, at, at + FRAME_BYTES + length));
            at += FRAME_BYTES + length;
        }
        if (!chunks.get(0).type().equals(HEADER)
                || chunks.stream().noneMatch(chunk -> chunk.type().equals(PIXELS))) {
            throw new UnreadablePictureException("no pixels");
        }
    }

    @Override
    public Orientation orientation() {
        return chunks.stream()
                .filter(chunk -> chunk.type().equals(EXIF))
                .findFirst()
                .map(chunk -> Orientation.ofExif(Arrays.copyOfRange(bytes, chunk.from() + 8, chunk.to() - 4)))
                .orElse(Orientation.UPRIGHT);
    }

    @Override
    public byte[] stripped(Orientation orientation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, SIGNATURE_BYTES);
        for (Chunk chunk : chunks) {
            if (isDrawn(chunk.type())) {
                out.write(bytes, chunk.from(), chunk.to() - chunk.from());
            }
            if (chunk.type().equals(HEADER) && !orientation.isUpright()) {
                out.writeBytes(chunk(EXIF, orientation.exif()));
            }
        }
        return out.toByteArray();
    }

    /** A capital says that a chunk must be understood. */
    private static boolean isDrawn(String type) {
        return Character.isUpperCase(type.charAt(0)) || COLOURS.contains(type);
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(named);
        sum.update(data);
        return ByteBuffer.allocate(FRAME_BYTES + data.length)
                .putInt(data.length)
                .put(named)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }
}
