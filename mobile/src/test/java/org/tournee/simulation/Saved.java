package org.tournee.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tournee.mobile.store.SimulatedStore;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.StreamId;
import org.tournee.sync.TxId;

/** Everything that workers saved, by the hash of its bytes. */
final class Saved {

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, byte[]> lines = new HashMap<>();
    private final Set<TxId> wrong = new LinkedHashSet<>();
    private boolean isWrong;
    private final Set<String> excused = new LinkedHashSet<>();

    /** Whether what is saved from now on breaks a rule on purpose. */
    void isWrong(boolean now) {
        isWrong = now;
    }

    /** Notes what a phone keeps now and did not before. */
    void note(Phone phone) {
        for (SimulatedStore.Waiting waiting : SimulatedStore.outbox(phone.disk())) {
            String hash = hash(waiting);
            if (operations.putIfAbsent(hash, waiting.operation()) == null) {
                lines.put(hash, waiting.json().getBytes(StandardCharsets.UTF_8));
                if (isWrong) {
                    wrong.add(waiting.operation().txId());
                }
            }
        }
    }

    /**
     * A phone was put back to a backup: what nobody else holds is lost with what was on it, and is nobody's fault.
     *
     * @param of the streams of which it may be lost
     */
    void excuseWhatIsNowhere(Set<String> held, Collection<Phone> phones, Predicate<StreamId> of) {
        nowhere(held, phones).stream()
                .filter(hash -> of.test(operations.get(hash).streamId()))
                .forEach(excused::add);
    }

    /**
     * The operations that nobody has, be it in other words: a successor says again what its predecessor could not.
     *
     * @param held the hashes of what the server holds
     */
    Set<String> nowhere(Set<String> held, Collection<Phone> phones) {
        Set<String> hashes = new LinkedHashSet<>(held);
        Set<String> contents = new LinkedHashSet<>();
        held.stream().filter(operations::containsKey).forEach(hash -> contents.add(content(operations.get(hash))));
        for (Phone phone : phones) {
            SimulatedStore.outbox(phone.disk()).forEach(waiting -> {
                hashes.add(hash(waiting));
                contents.add(content(waiting.operation()));
            });
            SimulatedStore.former(phone.disk()).forEach(operation -> contents.add(content(operation)));
        }
        Set<String> nowhere = new LinkedHashSet<>();
        operations.forEach((hash, operation) -> {
            if (!excused.contains(hash) && !hashes.contains(hash) && !contents.contains(content(operation))) {
                nowhere.add(hash);
            }
        });
        return nowhere;
    }

    /** What an operation says, whoever's number it has. */
    private static String content(Operation operation) {
        return operation.txId() + " " + operation.recordId() + " " + operation.action() + " " + operation.groups();
    }

    static String hash(SimulatedStore.Waiting waiting) {
        return OperationBytes.hash(waiting.json().getBytes(StandardCharsets.UTF_8));
    }

    /** All that was ever saved. */
    Map<String, Operation> operations() {
        return operations;
    }

    /** The bytes of an operation. */
    byte[] line(String hash) {
        return lines.get(hash);
    }

    /** Whether it was saved to break a rule. */
    boolean isWrong(Operation operation) {
        return wrong.contains(operation.txId());
    }
}
