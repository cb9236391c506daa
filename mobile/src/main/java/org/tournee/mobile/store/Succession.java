package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.TxId;

/**
 * What becomes of a file's operations when it goes on with a new stream. Pure.
 *
 * <p>What the server proved to hold stays what it is; everything else is said again by new operations of the new stream.
 * The bytes of the old ones are never changed: they are put aside. Source: docs/sync.md, forks.
 *
 * @param next the stream that goes on
 * @param made its operations, from 1 on
 * @param chain where it stands after them
 * @param envelopes of them
 * @param former the old bytes that must still be kept
 */
record Succession(
        OwnStream next,
        List<HeldOperation> made,
        Chain chain,
        List<DoorEnvelope> envelopes,
        List<FormerOperation> former) {

    /**
     * Works it out.
     *
     * @param next the stream that goes on
     * @param former what was put aside before
     */
    static Succession of(OwnStream next, List<HeldOperation> outbox, Chain chain, List<FormerOperation> former) {
        List<HeldOperation> unproven =
                outbox.stream().filter(held -> !held.isAcknowledged()).toList();
        List<HeldOperation> made = next.maker().again(unproven, Chain.START);
        Map<Long, Long> again = new HashMap<>();
        List<FormerOperation> aside = new ArrayList<>();
        for (int at = 0; at < unproven.size(); at++) {
            again.put(unproven.get(at).seq(), made.get(at).seq());
            aside.add(new FormerOperation(unproven.get(at), made.get(at).seq()));
        }
        for (HeldOperation held : outbox) {
            if (held.isAcknowledged() && held.seq() > chain.durableSeq()) {
                aside.add(new FormerOperation(held, 0)); // proven, but a restore of the server could lose it
            }
        }
        for (FormerOperation older : former) {
            Long anew = again.get(older.againSeq());
            if (older.againSeq() == 0) {
                aside.add(older);
            } else if (anew != null) {
                aside.add(older.againAs(anew));
            } // else what said it again is proven held: it is not needed any more
        }
        Chain start = made.isEmpty() ? Chain.START : Outbox.after(Chain.START, made);
        return new Succession(next, made, start, next.sealed(made), aside);
    }

    /**
     * What is to be written, in one transaction.
     *
     * @param before what was put aside before
     */
    List<PhoneDisk.Step> steps(List<FormerOperation> before) {
        return List.of(
                new PhoneDisk.Succeed(next.identity()),
                new PhoneDisk.ForgetFormer(before),
                new PhoneDisk.PutAside(former),
                new PhoneDisk.Insert(made),
                new PhoneDisk.KeepEnvelopes(envelopes),
                new PhoneDisk.KeepChain(chain));
    }

    /** The operations of each transaction together, in their order. */
    static List<List<HeldOperation>> transactions(List<HeldOperation> operations) {
        Map<TxId, List<HeldOperation>> together = new LinkedHashMap<>();
        operations.forEach(held -> together.computeIfAbsent(held.operation().txId(), id -> new ArrayList<>())
                .add(held));
        return List.copyOf(together.values());
    }
}
