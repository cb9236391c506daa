package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.sync.BucketId;
import org.tournee.sync.Outcome;

/**
 * When the worker's own operations need not be laid over the server's state any more. What was saved together ends
 * together: positions that a server set back tells may lie below cursors for one operation and above for the next.
 */
final class OverlayEnds {

    private OverlayEnds() {}

    /** The outbox once the rows of these buckets are stored, the others being as they were. */
    static List<HeldOperation> afterRows(
            List<HeldOperation> outbox, Map<BucketId, HeldBucket> before, List<HeldBucket> stored) {
        Map<BucketId, HeldBucket> buckets = new HashMap<>(before);
        stored.forEach(bucket -> buckets.put(bucket.id(), bucket));
        return ended(outbox, outcome -> isShownBy(outcome, buckets));
    }

    /**
     * The outbox without overlays that wait for a bucket that is not granted: nothing will come to end them. A dossier
     * that is held back is still seen as its worker left it, in buckets too that this phone never received.
     */
    static List<HeldOperation> outside(Holdings holdings, Set<BucketId> granted) {
        Set<DossierId> heldBack = new HashSet<>();
        for (BucketId bucket : holdings.buckets().keySet()) {
            if (!granted.contains(bucket)) {
                bucket.dossier().ifPresent(heldBack::add);
            }
        }
        return ended(
                holdings.outbox(),
                outcome -> isShownBy(outcome, holdings.buckets()) || isOutside(outcome.bucket(), granted, heldBack));
    }

    private static List<HeldOperation> ended(List<HeldOperation> outbox, Predicate<Outcome> isOver) {
        List<HeldOperation> ended = new ArrayList<>(outbox.size());
        int answered = afterLastAnswered(outbox);
        int from = 0;
        while (from < answered) {
            int to = Outbox.endOfTransaction(outbox, from);
            List<HeldOperation> together = outbox.subList(from, to);
            boolean over = together.stream().allMatch(held -> !held.overlay() || isOver(held, isOver));
            together.forEach(held -> ended.add(over && held.overlay() ? held.settled() : held));
            from = to;
        }
        ended.addAll(outbox.subList(from, outbox.size()));
        return ended;
    }

    /** Where the operations begin that nobody answered: in a long outbox nearly all of them. */
    private static int afterLastAnswered(List<HeldOperation> outbox) {
        int end = outbox.size();
        while (end > 0 && !outbox.get(end - 1).isAcknowledged()) {
            end--;
        }
        return end;
    }

    private static boolean isOver(HeldOperation held, Predicate<Outcome> isOver) {
        Outcome outcome = held.outcome();
        return outcome != null && isOver.test(outcome);
    }

    /** Whether the server's rows already show what the outcome says. */
    private static boolean isShownBy(Outcome outcome, Map<BucketId, HeldBucket> buckets) {
        BucketId bucket = outcome.bucket();
        if (bucket == null || outcome.position() == 0) {
            return true;
        }
        HeldBucket held = buckets.get(bucket);
        return held != null && held.reached() >= outcome.position();
    }

    private static boolean isOutside(@Nullable BucketId bucket, Set<BucketId> granted, Set<DossierId> heldBack) {
        return bucket != null
                && !granted.contains(bucket)
                && bucket.dossier().filter(heldBack::contains).isEmpty();
    }
}
