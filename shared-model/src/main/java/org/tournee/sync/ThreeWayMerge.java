package org.tournee.sync;

import org.jspecify.annotations.Nullable;

/**
 * Decides, for one field group, whether a change can stand on what the server has.
 *
 * <p>The cases are numbered as in {@code docs/sync.md}. Rule: R-REC. No clock takes part. Rule: R-CLK.
 */
public final class ThreeWayMerge {

    /** What becomes of one changed group. */
    public enum Result {
        /** M1: nobody else wrote the group since the author's base: the change stands. */
        APPLY,
        /** M2: somebody else wrote the same value: nothing to do, nothing lost. */
        SAME,
        /** M3: somebody else wrote another value: both are kept in a conflict. */
        CONFLICT
    }

    /**
     * What the server has of a group.
     *
     * @param value the JSON value, null for none
     * @param recordRev the record's revision
     */
    public record Current(@Nullable String value, GroupWriters writers, long recordRev) {}

    private ThreeWayMerge() {}

    /**
     * Merges one group.
     *
     * @param change what the author saw and wrote
     * @param baseRev the last revision that the author pulled
     * @param baseIsKnown false where {@code baseRev} says nothing here: of another epoch or of a redirected record
     */
    public static Result merge(
            Current current, GroupChange change, long baseRev, StreamId author, boolean baseIsKnown) {
        if (Groups.sameValue(current.value(), change.value())) {
            return Result.SAME;
        }
        boolean revisionsDecide = baseIsKnown && baseRev <= current.recordRev();
        boolean standing = revisionsDecide
                ? !current.writers().wroteAfter(baseRev, author)
                : Groups.sameValue(current.value(), change.base()); // M4: values decide
        return standing ? Result.APPLY : Result.CONFLICT;
    }
}
