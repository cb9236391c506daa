package org.tournee.server.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/** Entries one after the other: length, checksum, bytes. */
final class Frames {

    private static final int HEAD_BYTES = 2 * Integer.BYTES;

    private Frames() {}

    static ByteBuffer of(List<byte[]> entries) {
        int size = entries.stream().mapToInt(entry -> HEAD_BYTES + entry.length).sum();
        ByteBuffer frames = ByteBuffer.allocate(size);
        for (byte[] entry : entries) {
            frames.putInt(entry.length).putInt(checksum(entry)).put(entry);
        }
        return frames.flip();
    }

    /**
     * Adds the entries from an offset on to {@code entries}.
     *
     * @return false where bytes in the middle are damaged: what follows them in this segment cannot be found
     */
    static boolean read(byte[] segment, long offset, List<ArchiveEntry> entries) {
        ByteBuffer frames = ByteBuffer.wrap(segment);
        frames.position((int) Math.min(offset, segment.length));
        while (frames.remaining() >= HEAD_BYTES) {
            int length = frames.getInt();
            int checksum = frames.getInt();
            if (length < 0) {
                return false;
            }
            if (length > frames.remaining()) {
                return true; // torn while it was written: nobody was told of it
            }
            byte[] entry = new byte[length];
            frames.get(entry);
            if (checksum(entry) != checksum) {
                return !frames.hasRemaining();
            }
            try {
                entries.add(EntryCodec.read(entry));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
