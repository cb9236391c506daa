package org.tournee.mobile.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A JPEG taken apart into its segments, without decoding its pixels. What stays is a list of what is needed to draw it, so
 * that a note of a kind that nobody thought of goes like all others; and what lies behind the picture, such as a second
 * picture or a film, goes too.
 *
 * <p>Rules: R-OUT, R-GDPR. Source: ITU-T T.81, annex B.
 */
final class JpegSegments implements PictureParts {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final byte[] EXIF = text("Exif\0\0");
    private static final byte[] JFIF = text("JFIF\0");
    private static final byte[] COLOURS = text("ICC_PROFILE\0");
    private static final byte[] ADOBE = text("Adobe");
    /** Name, version and density; then comes a small picture, which may show what the large one hides. */
    private static final int JFIF_BYTES = 12;

    private final byte[] bytes;
    private final List<Segment> segments = new ArrayList<>();

    /** From its marker to its end, the pixels behind a start of scan included. */
    private record Segment(int marker, int from, int to) {}

    private JpegSegments(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws UnreadablePictureException when a segment is not where the one before it ends */
    static JpegSegments of(byte[] jpeg) throws UnreadablePictureException {
        JpegSegments parts = new JpegSegments(jpeg);
        parts.read();
        return parts;
    }

    private void read() throws UnreadablePictureException {
        int at = 2;
        while (at < bytes.length) {
            Segment next = segment(at);
            segments.add(next);
            at = next.marker() == EOI ? bytes.length : next.to();
        }
        if (segments.stream().noneMatch(segment -> segment.marker() == SOS)) {
            throw new UnreadablePictureException("no pixels");
        }
    }

    private Segment segment(int at) throws UnreadablePictureException {
        int marker = byteAt(at + 1);
        if (byteAt(at) != 0xFF) {
            throw new UnreadablePictureException("no marker at " + at);
        }
        if (marker == 0xFF) {
            return segment(at + 1); // any number of them may fill up
        }
        if (marker == EOI) {
            return new Segment(marker, at, at + 2);
        }
        int length = byteAt(at + 2) << 8 | byteAt(at + 3);
        int end = at + 2 + length;
        if (length < 2 || end > bytes.length) {
            throw new UnreadablePictureException("a segment without an end at " + at);
        }
        return new Segment(marker, at, marker == SOS ? endOfPixels(end) : end);
    }

    /** The next marker that is none of those within the pixels; the end of a picture that was cut short. */
    private int endOfPixels(int from) {
        for (int at = from; at + 1 < bytes.length; at++) {
            int next = bytes[at + 1] & 0xFF;
            boolean within = next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
            if ((bytes[at] & 0xFF) == 0xFF && !within) {
                return at;
            }
        }
        return bytes.length;
    }

    private int byteAt(int at) throws UnreadablePictureException {
        if (at >= bytes.length) {
            throw new UnreadablePictureException("cut short");
        }
        return bytes[at] & 0xFF;
    }

    @Override
    public Orientation orientation() {
        return segments.stream()
                .filter(segment -> segment.marker() == APP1 && begins(segment, EXIF))
                .map(segment ->
                        Orientation.ofExif(Arrays.copyOfRange(bytes, segment.from() + 4 + EXIF.length, segment.to())))
                .filter(found -> !found.isUpright())
                .findFirst()
                .orElse(Orientation.UPRIGHT);
    }

    @Override
    public byte[] stripped(Orientation orientation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.writeBytes(marker(SOI));
        segments.stream().filter(this::isJfif).findFirst().ifPresent(segment -> {
            out.writeBytes(marker(APP0));
            out.writeBytes(new byte[] {0, JFIF_BYTES + 4});
            out.write(bytes, segment.from() + 4, JFIF_BYTES);
            out.writeBytes(new byte[2]); // no small picture
        });
        if (!orientation.isUpright()) {
            byte[] exif = orientation.exif();
            out.writeBytes(marker(APP1));
            out.write(0);
            out.write(2 + EXIF.length + exif.length);
            out.writeBytes(EXIF);
            out.writeBytes(exif);
        }
        segments.stream()
                .filter(this::isDrawn)
                .forEach(segment -> out.write(bytes, segment.from(), segment.to() - segment.from()));
        return out.toByteArray();
    }

    private boolean isJfif(Segment segment) {
        return segment.marker() == APP0 && begins(segment, JFIF) && segment.to() - segment.from() >= JFIF_BYTES + 6;
    }

    /** Frames, tables, pixels and the end, with their colours; not the other segments of applications, nor comments. */
    private boolean isDrawn(Segment segment) {
        return switch (segment.marker()) {
            case APP2 -> begins(segment, COLOURS);
            case APP14 -> begins(segment, ADOBE);
            default -> segment.marker() >= 0xC0 && segment.marker() < APP0;
        };
    }

    private boolean begins(Segment segment, byte[] with) {
        int from = segment.from() + 4;
        int to = Math.min(from + with.length, segment.to());
        return Arrays.equals(bytes, from, to, with, 0, with.length);
    }

    private static byte[] marker(int code) {
        return new byte[] {(byte) 0xFF, (byte) code};
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
