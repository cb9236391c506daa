package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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
        long[] unanswered =
                numbers(outbox.stream().filter(held -> !held.isAcknowledged()).toList());
        return envelopes.stream()
                .filter(envelope -> hasAny(envelope, unanswered))
                .toList();
    }

    /** Those of which no operation is kept any more. */
    static List<DoorEnvelope> needless(List<DoorEnvelope> envelopes, List<HeldOperation> outbox) {
        long[] kept = numbers(outbox);
        return envelopes.stream().filter(envelope -> !hasAny(envelope, kept)).toList();
    }

    /** Those that no envelope carries: saved before the server gave a key to seal to. */
    static List<HeldOperation> unsealed(List<DoorEnvelope> envelopes, List<HeldOperation> outbox) {
        NavigableMap<Long, DoorEnvelope> byFirst = new TreeMap<>();
        envelopes.forEach(envelope -> byFirst.put(envelope.firstSeq(), envelope));
        return outbox.stream()
                .filter(held -> !held.isAcknowledged() && !isCarried(held, byFirst))
                .toList();
    }

    private static boolean isCarried(HeldOperation held, NavigableMap<Long, DoorEnvelope> byFirst) {
        Map.Entry<Long, DoorEnvelope> before = byFirst.floorEntry(held.seq());
        return before != null && held.seq() <= before.getValue().lastSeq();
    }

    private static long[] numbers(List<HeldOperation> inOrder) {
        return inOrder.stream().mapToLong(HeldOperation::seq).toArray();
    }

    /** Whether any of the numbers, which grow, is of an operation in it. */
    private static boolean hasAny(DoorEnvelope envelope, long[] numbers) {
        int found = Arrays.binarySearch(numbers, envelope.firstSeq());
        int from = found >= 0 ? found : -found - 1;
        return from < numbers.length && numbers[from] <= envelope.lastSeq();
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
