package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.Limits;
import org.tournee.sync.Outcome;
import org.tournee.sync.StreamId;

/** The rules of what is kept of a file's earlier streams. Pure. */
final class Former {

    private Former() {}

    /**
     * What the server says of operations that it once proved to hold.
     *
     * @param durable it cannot lose them any more
     * @param missing it lost them
     */
    record Standing(List<FormerOperation> durable, List<FormerOperation> missing) {

        List<HeldOperation> lost() {
            return missing.stream().map(FormerOperation::operation).toList();
        }
    }

    /** Questions about those that it proved to hold, each of one stream and within its bounds. */
    static List<HeldRequest> claims(List<FormerOperation> former) {
        Map<StreamId, List<HeldOperation>> proven = new LinkedHashMap<>();
        for (FormerOperation one : former) {
            List<HeldOperation> ofStream = proven.computeIfAbsent(one.stream(), id -> new ArrayList<>());
            if (one.againSeq() == 0 && ofStream.size() < Limits.PUSH_OPERATIONS) {
                ofStream.add(one.operation());
            }
        }
        return proven.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new HeldRequest(entry.getKey(), Outbox.claims(entry.getValue())))
                .toList();
    }

    static Standing standing(List<FormerOperation> former, HeldRequest asked, HeldAnswer answer) {
        Set<Long> numbers =
                asked.operations().stream().map(HeldRequest.Claim::opSeq).collect(Collectors.toSet());
        Set<Long> held = answer.held().stream().map(Outcome::opSeq).collect(Collectors.toSet());
        List<FormerOperation> durable = new ArrayList<>();
        List<FormerOperation> lost = new ArrayList<>();
        for (FormerOperation one : former) {
            long seq = one.operation().seq();
            boolean isAsked = one.againSeq() == 0 && one.stream().equals(asked.streamId()) && numbers.contains(seq);
            if (isAsked && !held.contains(seq)) {
                lost.add(one);
            } else if (isAsked && seq <= answer.durableOpSeq()) {
                durable.add(one);
            }
        }
        return new Standing(durable, lost);
    }

    /** The lost ones, once {@code made} says the same again. */
    static List<FormerOperation> again(Standing standing, List<HeldOperation> made) {
        List<FormerOperation> again = new ArrayList<>();
        for (int at = 0; at < made.size(); at++) {
            again.add(standing.missing().get(at).againAs(made.get(at).seq()));
        }
        return again;
    }

    /** Those whose contents an operation of the present stream says durably. */
    static List<FormerOperation> saidAgain(List<FormerOperation> former, Chain chain) {
        return former.stream()
                .filter(one -> one.againSeq() > 0 && one.againSeq() <= chain.durableSeq())
                .toList();
    }

    static List<FormerOperation> replaced(
            List<FormerOperation> former, Collection<FormerOperation> gone, List<FormerOperation> changed) {
        if (gone.isEmpty() && changed.isEmpty()) {
            return former;
        }
        Set<HeldOperation> touched = new HashSet<>();
        gone.forEach(one -> touched.add(one.operation()));
        changed.forEach(one -> touched.add(one.operation()));
        List<FormerOperation> next = new ArrayList<>(former);
        next.removeIf(one -> touched.contains(one.operation()));
        next.addAll(changed);
        return next;
    }
}
