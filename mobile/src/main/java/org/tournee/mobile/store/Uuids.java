package org.tournee.mobile.store;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as SQLite keeps them: 16 bytes, in the order of time. */
final class Uuids {

    private static final int LENGTH = 16;

    private Uuids() {}

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static boolean isOne(byte @Nullable [] bytes) {
        return bytes != null && bytes.length == LENGTH;
    }

    static UUID read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
