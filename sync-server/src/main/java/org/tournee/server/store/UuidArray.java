package org.tournee.server.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;

/** Arrays of UUIDs as PostgreSQL takes them in binary: the driver would print them, character by character. */
final class UuidArray {

    private static final int UUID_BYTES = 16;
    private static final int NULL = -1;

    private UuidArray() {}

    /** One dimension, counted from 1: its header, then each element after its length. */
    static byte[] binary(List<@Nullable UUID> values) {
        ByteBuffer bytes = ByteBuffer.allocate((5 + values.size()) * Integer.BYTES + values.size() * UUID_BYTES);
        boolean holes = values.stream().anyMatch(value -> value == null);
        bytes.putInt(values.isEmpty() ? 0 : 1).putInt(holes ? 1 : 0).putInt(Oid.UUID);
        if (!values.isEmpty()) {
            bytes.putInt(values.size()).putInt(1);
        }
        for (UUID value : values) {
            if (value == null) {
                bytes.putInt(NULL);
            } else {
                bytes.putInt(UUID_BYTES)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits());
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
