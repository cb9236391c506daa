package org.tournee.simulation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tournee.server.sync.RealDatabases;

/** Knows which strands wait for locks of a real database, and lets those that got theirs come to their next step. */
final class LockWatch {

    private final RealDatabases databases;
    private final Set<ThreadStrand> waiting = new LinkedHashSet<>();
    private long waits;

    LockWatch(RealDatabases databases) {
        this.databases = databases;
    }

    boolean isWaiting(ThreadStrand strand) {
        return !databases.waiting(Set.of(strand.thread())).isEmpty();
    }

    void add(ThreadStrand strand) {
        waits++;
        waiting.add(strand);
    }

    /** How often somebody had to wait. */
    long waits() {
        return waits;
    }

    /** Ends the connection over which it waits. */
    void cut(ThreadStrand strand) {
        waiting.remove(strand);
        databases.cut(strand.thread());
    }

    /** Returns once nobody goes on any more by themselves. */
    void settle() {
        List<ThreadStrand> free = free();
        while (!free.isEmpty()) {
            free.forEach(waiting::remove);
            free.forEach(ThreadStrand::untilItHalts);
            free.forEach(ThreadStrand::rethrow);
            free = free();
        }
    }

    private List<ThreadStrand> free() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Set<Thread> still =
                databases.waiting(waiting.stream().map(ThreadStrand::thread).collect(Collectors.toSet()));
        return waiting.stream()
                .filter(strand -> !still.contains(strand.thread()))
                .toList();
    }
}
