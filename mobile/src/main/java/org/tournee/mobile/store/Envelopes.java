package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.Limits;

/** The rules of what is delivered at the push-only door, over envelopes in the order of their numbers. */
final class Envelopes {

    private Envelopes() {}

    static List<DoorEnvelope> with(List<DoorEnvelope> envelopes, List<DoorEnvelope> more) {
        return Stream.concat(envelopes.stream(), more.stream())
                .sorted(Comparator.comparingLong(DoorEnvelope::firstSeq))
                .toList();
    }

    /** Those whose operations are not all answered. */
    static List<DoorEnvelope> undelivered(List<DoorEnvelope> envelopes, List<HeldOperation> outbox) {
        Set<Long> unanswered = new HashSet<>();
        outbox.stream().filter(held -> !held.isAcknowledged()).forEach(held -> unanswered.add(held.seq()));
        return envelopes.stream()
                .filter(envelope -> hasAny(envelope, unanswered))
                .toList();
    }

    /** Those of which no operation is kept any more. */
    static List<DoorEnvelope> needless(List<DoorEnvelope> envelopes, List<HeldOperation> outbox) {
        Set<Long> kept = new HashSet<>();
        outbox.forEach(held -> kept.add(held.seq()));
        return envelopes.stream().filter(envelope -> !hasAny(envelope, kept)).toList();
    }

    /** Those that no envelope carries: saved before the server gave a key to seal to. */
    static List<HeldOperation> unsealed(List<DoorEnvelope> envelopes, List<HeldOperation> outbox) {
        return outbox.stream()
                .filter(held -> !held.isAcknowledged())
                .filter(held -> envelopes.stream().noneMatch(envelope -> hasAny(envelope, Set.of(held.seq()))))
                .toList();
    }

    private static boolean hasAny(DoorEnvelope envelope, Set<Long> numbers) {
        for (long seq = envelope.firstSeq(); seq <= envelope.lastSeq(); seq++) {
            if (numbers.contains(seq)) {
                return true;
            }
        }
        return false;
    }

    /** As many of the first as one delivery takes; never none of some. */
    static List<DoorEnvelope> batch(List<DoorEnvelope> envelopes) {
        List<DoorEnvelope> batch = new ArrayList<>();
        long operations = 0;
        long bytes = 0;
        for (DoorEnvelope envelope : envelopes) {
            operations += envelope.lastSeq() - envelope.firstSeq() + 1;
            bytes += envelope.sealed().length();
            if (!batch.isEmpty() && (operations > Limits.PUSH_OPERATIONS || bytes > Limits.PUSH_BYTES)) {
                break;
            }
            batch.add(envelope);
        }
        return batch;
    }
}
