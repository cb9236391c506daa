package org.tournee.mobile.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;

/**
 * How many rows a bucket has, and their checksum, sealed together with how far it got: a row that is missing, and a
 * cursor that somebody moved, are noticed when the file is opened.
 */
final class BucketSeal {

    private static final int LENGTH = 2 * Long.BYTES;
    private static final long NOT_COUNTED = -1;

    private final Sealing sealing;

    BucketSeal(Sealing sealing) {
        this.sealing = sealing;
    }

    /**
     * A bucket as the file says.
     *
     * @param state not intact where the seal is broken
     * @param size how many rows it must have; negative in a file of before there were seals
     */
    record Sealed(BucketId id, BucketState state, long size) {

        /** How far it got, by the rows that could be read. */
        BucketState with(Collection<HeldRow> rows) {
            boolean counted = size != NOT_COUNTED;
            Checksum sum = counted
                    ? state.checksum()
                    : rows.stream().map(HeldRow::checksum).reduce(Checksum.NONE, Checksum::plus);
            boolean intact = state.intact() && (!counted || size == rows.size());
            return new BucketState(state.grantEpoch(), state.cursor(), state.upto(), sum, intact);
        }
    }

    byte[] seal(HeldBucket bucket) {
        BucketState state = bucket.state();
        byte[] contents = ByteBuffer.allocate(LENGTH)
                .putLong(state.checksum().value())
                .putLong(bucket.rows().size())
                .array();
        return sealing.seal(contents, identity(bucket.id(), state.grantEpoch(), state.cursor(), state.upto()));
    }

    /** @param sealed what {@link #seal} made; null in a file of before there were seals */
    Sealed open(BucketId id, long grantEpoch, long cursor, long upto, byte @Nullable [] sealed) {
        if (sealed == null) {
            return new Sealed(id, new BucketState(grantEpoch, cursor, upto, Checksum.NONE, true), NOT_COUNTED);
        }
        return sealing.openIfWhole(sealed, identity(id, grantEpoch, cursor, upto))
                .map(ByteBuffer::wrap)
                .map(contents -> new Sealed(
                        id,
                        new BucketState(grantEpoch, cursor, upto, new Checksum(contents.getLong(0)), true),
                        contents.getLong(Long.BYTES)))
                .orElseGet(() -> new Sealed(id, new BucketState(grantEpoch, cursor, upto, Checksum.NONE, false), 0));
    }

    private static String identity(BucketId bucket, long grantEpoch, long cursor, long upto) {
        return "bucket|" + bucket + '|' + grantEpoch + '|' + cursor + '|' + upto;
    }
}
