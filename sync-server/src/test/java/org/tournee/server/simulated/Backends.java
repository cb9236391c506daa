package org.tournee.server.simulated;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.tournee.server.database.DatabaseException;

/** Which thread's transaction is served by which process of PostgreSQL, and which of those wait for each other. */
final class Backends {

    private final Map<Thread, Integer> processes = new ConcurrentHashMap<>();
    private final Connection observer;

    Backends(Connection observer) {
        this.observer = observer;
    }

    /** Does the work of this thread's transaction. */
    <R extends @Nullable Object> R serve(Connection connection, Supplier<R> work) throws SQLException {
        processes.put(
                Thread.currentThread(), connection.unwrap(PGConnection.class).getBackendPID());
        try {
            return work.get();
        } finally {
            processes.remove(Thread.currentThread());
        }
    }

    /** Those that wait for somebody else and not, over whomever, for themselves. */
    Set<Thread> waiting(Collection<Thread> threads) {
        Map<Integer, Set<Integer>> blockers = blockers(Set.copyOf(processes.values()));
        return threads.stream()
                .filter(thread -> {
                    Integer process = processes.get(thread);
                    return process != null
                            && !blockers.getOrDefault(process, Set.of()).isEmpty()
                            && !reaches(process, process, blockers, new HashSet<>());
                })
                .collect(Collectors.toSet());
    }

    private static boolean reaches(int from, int to, Map<Integer, Set<Integer>> blockers, Set<Integer> seen) {
        return blockers.getOrDefault(from, Set.of()).stream()
                .anyMatch(next -> next == to || (seen.add(next) && reaches(next, to, blockers, seen)));
    }

    private Map<Integer, Set<Integer>> blockers(Set<Integer> all) {
        try (PreparedStatement select =
                observer.prepareStatement("select pid, pg_blocking_pids(pid) from unnest(?::int4[]) as p(pid)")) {
            select.setArray(1, observer.createArrayOf("int4", all.toArray()));
            Map<Integer, Set<Integer>> blockers = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Array found = rows.getArray(2);
                    blockers.put(rows.getInt(1), new HashSet<>(List.of((Integer[]) found.getArray())));
                }
            }
            return blockers;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Ends the process that serves the thread. */
    void cut(Thread thread) {
        Integer process = processes.get(thread);
        if (process == null) {
            return;
        }
        try (PreparedStatement end = observer.prepareStatement("select pg_terminate_backend(?)")) {
            end.setInt(1, process);
            end.executeQuery().close();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
