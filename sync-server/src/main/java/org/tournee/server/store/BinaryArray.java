package org.tournee.server.store;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;

/**
 * Arrays of ids and moments as PostgreSQL takes them in binary: the driver would print them, and the database read each
 * character again.
 */
final class BinaryArray {

    /** From which PostgreSQL counts the microseconds of a {@code timestamptz}. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private static final int NULL = -1;

    private BinaryArray() {}

    static byte[] uuids(List<@Nullable UUID> values) {
        return binary(
                values,
                Oid.UUID,
                2 * Long.BYTES,
                (bytes, value) ->
                        bytes.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits()));
    }

    /**
     * Rounded to the nearest microsecond, as the driver does with a single moment.
     *
     * @throws ArithmeticException where a moment is further than 290,000 years from ours
     */
    static byte[] instants(List<@Nullable Instant> values) {
        return binary(values, Oid.TIMESTAMPTZ, Long.BYTES, (bytes, value) -> bytes.putLong(micros(value)));
    }

    private static long micros(Instant instant) {
        Duration since = Duration.between(EPOCH, instant).plusNanos(500);
        return Math.addExact(Math.multiplyExact(since.getSeconds(), 1_000_000L), since.getNano() / 1_000);
    }

    /** One dimension, counted from 1: its header, then each element after its length. */
    private static <T> byte[] binary(List<@Nullable T> values, int oid, int size, BiConsumer<ByteBuffer, T> element) {
        ByteBuffer bytes = ByteBuffer.allocate((5 + values.size()) * Integer.BYTES + values.size() * size);
        boolean holes = values.stream().anyMatch(Objects::isNull);
        bytes.putInt(values.isEmpty() ? 0 : 1).putInt(holes ? 1 : 0).putInt(oid);
        if (!values.isEmpty()) {
            bytes.putInt(values.size()).putInt(1);
        }
        for (T value : values) {
            if (value == null) {
                bytes.putInt(NULL);
            } else {
                element.accept(bytes.putInt(size), value);
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
