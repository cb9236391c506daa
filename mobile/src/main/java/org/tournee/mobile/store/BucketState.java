package org.tournee.mobile.store;

import org.tournee.sync.Checksum;

/**
 * How far the phone got in a bucket.
 *
 * @param grantEpoch the grant under which its rows came; another one fetches it again from 0
 * @param cursor the position of the last row stored; 0 for none
 * @param upto the position up to which nothing is missing
 * @param checksum of the rows held
 * @param intact every row could be read as it was written; otherwise the bucket is fetched again from 0
 */
public record BucketState(long grantEpoch, long cursor, long upto, Checksum checksum, boolean intact) {

    /** Nothing of it was fetched. */
    public static final BucketState NONE = new BucketState(0, 0, 0, Checksum.NONE, true);

    /** The position up to which the phone has everything. */
    public long reached() {
        return Math.max(cursor, upto);
    }
}
