package org.tournee.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Whether two sides hold the same rows of a bucket: the sum, modulo 2^64, of the first eight bytes of SHA-256(bucket, id,
 * revision, groups) over its living rows. A sum, so that whoever writes a row adds it and takes the one before it away,
 * without looking at the others. It finds what was lost or altered by accident; it is no proof against who holds the keys.
 *
 * @param value as it is added; travels as 16 hexadecimal digits
 */
public record Checksum(long value) {

    /** Of a bucket without a living row. */
    public static final Checksum NONE = new Checksum(0);

    private static final int BINARY = Long.BYTES * 3;
    private static final int HEX = 16;

    /** Of one living row; {@code groups} are the bytes as they are sent. */
    public static Checksum of(BucketId bucket, RecordId id, long rev, byte[] groups) {
        MessageDigest digest = Sha256.digest();
        digest.update(bucket.value().getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(BINARY)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .putLong(rev)
                .array());
        return new Checksum(ByteBuffer.wrap(digest.digest(groups)).getLong());
    }

    public Checksum plus(Checksum other) {
        return new Checksum(value + other.value);
    }

    public Checksum minus(Checksum other) {
        return new Checksum(value - other.value);
    }

    /** 16 hexadecimal digits. */
    public String text() {
        String digits = Long.toHexString(value);
        return "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
    }

    /**
     * Reads what {@link #text} made.
     *
     * @throws NumberFormatException for anything else
     */
    public static Checksum parse(String text) {
        return new Checksum(Long.parseUnsignedLong(text, HEX));
    }
}
