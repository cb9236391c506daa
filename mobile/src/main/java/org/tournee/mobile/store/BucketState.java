package org.tournee.mobile.store;

/**
 * How far the phone got in a bucket.
 *
 * @param grantEpoch the grant under which its rows came; another one fetches it again from 0
 * @param cursor the position of the last row stored; 0 for none
 * @param upto the position up to which nothing is missing
 */
public record BucketState(long grantEpoch, long cursor, long upto) {

    /** Nothing of it was fetched. */
    public static final BucketState NONE = new BucketState(0, 0, 0);

    /** The position up to which the phone has everything. */
    public long reached() {
        return Math.max(cursor, upto);
    }
}
