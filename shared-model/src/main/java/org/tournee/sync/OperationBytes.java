package org.tournee.sync;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The immutable bytes of an operation: one line of JSON in UTF-8, without the line's end. */
public final class OperationBytes {

    /** The {@code prev_hash} of the first operation of a stream. */
    public static final String NO_PREVIOUS = "0".repeat(64);

    private OperationBytes() {}

    /** Makes the bytes of an operation: called once in its life, in the moment of saving. */
    public static byte[] make(Operation operation) {
        return Wire.json(operation).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads an operation.
     *
     * @throws MalformedException when the bytes are not an operation
     */
    public static Operation read(byte[] bytes) {
        return Wire.read(Operation.class, bytes);
    }

    /** Hexadecimal SHA-256. */
    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    }
}
