package org.tournee.mobile.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.store.PhoneStore.Waiting;
import org.tournee.mobile.store.SyncStore.Unsent;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.Limits;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.workflow.PreparedStep;

/** The rules of the outbox, over lists of operations in the order of their numbers. */
final class Outbox {

    private Outbox() {}

    /** What is to be written when one list becomes another. */
    record Difference(List<HeldOperation> changed, List<HeldOperation> gone, Set<DossierId> dossiers) {}

    static List<HeldOperation> with(List<HeldOperation> outbox, List<HeldOperation> made) {
        List<HeldOperation> all = new ArrayList<>(outbox);
        all.addAll(made);
        return all;
    }

    static Chain after(Chain chain, List<HeldOperation> made) {
        HeldOperation last = made.get(made.size() - 1);
        return chain.after(last.seq(), OperationBytes.hash(last.json().getBytes(StandardCharsets.UTF_8)));
    }

    static Waiting waiting(List<HeldOperation> outbox, Chain chain) {
        int count = 0;
        @Nullable Instant since = null;
        for (HeldOperation held : outbox) {
            if (!held.isAcknowledged() || held.seq() > chain.durableSeq()) {
                count++;
                since = since == null || held.savedAt().isBefore(since) ? held.savedAt() : since;
            }
        }
        return new Waiting(count, since);
    }

    /** The steps on that dossier's segment of which the screens do not show yet what became of them. */
    static List<PreparedStep> prepared(List<HeldOperation> outbox, DossierId dossier) {
        return outbox.stream()
                .filter(held -> held.overlay() && held.operation().dossierId().equals(dossier))
                .flatMap(held -> PreparedStep.of(held.operation()).stream())
                .toList();
    }

    /** The ends of that dossier's mandates of which the screens do not show yet what became of them. */
    static Map<RecordId, MandateEnd> preparedEnds(List<HeldOperation> outbox, DossierId dossier) {
        Map<RecordId, MandateEnd> ends = new HashMap<>();
        outbox.stream()
                .filter(held -> held.overlay() && held.operation().dossierId().equals(dossier))
                .forEach(held -> MandateEnd.of(held.operation())
                        .ifPresent(end -> ends.put(held.operation().recordId(), end)));
        return ends;
    }

    /** The hash of the operation of that number, as far as it is known still. */
    static Optional<String> hashOf(List<HeldOperation> outbox, Chain chain, long seq) {
        if (seq == chain.lastSeq()) {
            return Optional.of(chain.lastHash());
        }
        return outbox.stream()
                .filter(held -> held.seq() == seq + 1)
                .map(next -> next.operation().prevHash())
                .findFirst();
    }

    static int answeredNotDurable(List<HeldOperation> outbox, Chain chain) {
        return (int) outbox.stream()
                .filter(held -> held.isAcknowledged() && held.seq() > chain.durableSeq())
                .count();
    }

    static long lastAnswered(List<HeldOperation> outbox) {
        return outbox.stream()
                .filter(HeldOperation::isAcknowledged)
                .mapToLong(HeldOperation::seq)
                .max()
                .orElse(0);
    }

    /** What is not in the outbox any more was answered. */
    static long answeredUpTo(List<HeldOperation> outbox, Chain chain) {
        return outbox.stream()
                .filter(held -> !held.isAcknowledged())
                .mapToLong(held -> held.seq() - 1)
                .findFirst()
                .orElse(chain.lastSeq());
    }

    /**
     * The oldest unanswered ones after {@code opSeq} that follow each other, whole transactions only, within the bounds of
     * a push.
     */
    static List<Unsent> unsentAfter(List<HeldOperation> outbox, long opSeq) {
        List<Unsent> batch = new ArrayList<>();
        List<HeldOperation> waiting = outbox.stream()
                .filter(held -> held.seq() > opSeq && !held.isAcknowledged())
                .limit(Limits.PUSH_OPERATIONS + 1L)
                .toList();
        int bytes = 0;
        for (int from = 0; from < waiting.size(); ) {
            int to = endOfTransaction(waiting, from);
            List<Unsent> together = waiting.subList(from, to).stream()
                    .map(held -> new Unsent(held.seq(), held.json().getBytes(StandardCharsets.UTF_8)))
                    .toList();
            int size = together.stream()
                    .mapToInt(unsent -> unsent.line().length + 1)
                    .sum();
            boolean full = batch.size() + to - from > Limits.PUSH_OPERATIONS || bytes + size > Limits.PUSH_BYTES;
            // One that lies between may be safe already and not kept any more: then the server takes each side for
            // itself.
            boolean follows = batch.isEmpty()
                    || waiting.get(from).seq() == batch.get(batch.size() - 1).opSeq() + 1;
            if ((full || !follows) && !batch.isEmpty()) {
                break;
            }
            batch.addAll(together);
            bytes += size;
            from = to;
        }
        return batch;
    }

    /** Where what was saved together with the operation there ends. */
    static int endOfTransaction(List<HeldOperation> waiting, int from) {
        int to = from + 1;
        while (to < waiting.size()
                && waiting.get(to)
                        .operation()
                        .txId()
                        .equals(waiting.get(from).operation().txId())) {
            to++;
        }
        return to;
    }

    /** The outbox with what was answered. */
    static List<HeldOperation> answered(Holdings holdings, List<Outcome> outcomes) {
        Map<Long, Outcome> bySeq =
                outcomes.stream().collect(Collectors.toMap(Outcome::opSeq, outcome -> outcome, (a, b) -> b));
        long last = outcomes.stream().mapToLong(Outcome::opSeq).max().orElse(0);
        List<HeldOperation> answered = new ArrayList<>(holdings.outbox());
        for (int at = 0; at < answered.size() && answered.get(at).seq() <= last; at++) {
            Outcome outcome = bySeq.get(answered.get(at).seq());
            if (outcome != null) {
                answered.set(at, answered.get(at).answered(outcome));
            }
        }
        return OverlayEnds.afterRows(answered, holdings.buckets(), List.of());
    }

    /** As the server can be asked about them. */
    static List<HeldRequest.Claim> claims(List<HeldOperation> operations) {
        return operations.stream()
                .map(held -> new HeldRequest.Claim(
                        held.seq(), OperationBytes.hash(held.json().getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    static Set<DossierId> dossiers(List<HeldOperation> operations) {
        return operations.stream().map(held -> held.operation().dossierId()).collect(Collectors.toSet());
    }

    /** Those operations as if the server had never answered. */
    static List<HeldOperation> unanswered(List<HeldOperation> outbox, Set<Long> opSeqs) {
        return outbox.stream()
                .filter(held -> opSeqs.contains(held.seq()))
                .map(HeldOperation::unanswered)
                .toList();
    }

    static List<HeldOperation> sendAgainFrom(List<HeldOperation> outbox, long opSeq) {
        return outbox.stream()
                .filter(held -> held.seq() >= opSeq)
                .map(HeldOperation::unanswered)
                .toList();
    }

    static List<HeldOperation> replaced(List<HeldOperation> outbox, Collection<HeldOperation> replacements) {
        Map<Long, HeldOperation> bySeq = new HashMap<>();
        replacements.forEach(held -> bySeq.put(held.seq(), held));
        return outbox.stream().map(held -> bySeq.getOrDefault(held.seq(), held)).toList();
    }

    /** Those that must stay: unanswered, still shown, or such that a restore of the server could lose them. */
    static List<HeldOperation> kept(List<HeldOperation> outbox, Chain chain) {
        return outbox.stream()
                .filter(held -> !held.isAcknowledged() || held.overlay() || held.seq() > chain.durableSeq())
                .toList();
    }

    /** @param after some of those before, in the same order, each perhaps with another answer */
    static Difference difference(List<HeldOperation> before, List<HeldOperation> after) {
        List<HeldOperation> changed = new ArrayList<>();
        List<HeldOperation> gone = new ArrayList<>();
        Set<DossierId> dossiers = new HashSet<>();
        int next = 0;
        for (HeldOperation held : before) {
            HeldOperation now = next < after.size() && after.get(next).seq() == held.seq() ? after.get(next++) : null;
            if (now == null) {
                gone.add(held);
                if (held.overlay()) {
                    dossiers.add(held.operation().dossierId());
                }
            } else if (!now.stands(held)) {
                changed.add(now);
                dossiers.add(held.operation().dossierId());
            }
        }
        return new Difference(changed, gone, dossiers);
    }
}
