package org.tournee.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tournee.server.sync.LedgerView;
import org.tournee.server.sync.LedgerView.Logged;
import org.tournee.simulation.SimulatedServer.Decision;
import org.tournee.sync.StreamId;
import org.tournee.sync.TxId;

/**
 * Copies of the database, and an archive outside it that holds what is durable. A restore goes back to a copy, gives the
 * organisation a new epoch, and takes in what the archive has and the copy lacks, in its order.
 */
final class Restores {

    private final SimulatedServer server;
    private final Network network;
    private final Saved saved;
    private final List<Copy> copies = new ArrayList<>();
    private List<Logged> safe = List.of();
    private int safeDecisions;
    private final Set<String> takenAgain = new HashSet<>();
    private boolean on;
    private @Nullable Copy unnoticed;
    private int noticedDecisions;
    private int restores;

    /** @param decisions how many the service had made */
    private record Copy(Runnable putBack, int decisions) {}

    Restores(SimulatedServer server, Network network, Saved saved) {
        this.server = server;
        this.network = network;
        this.saved = saved;
    }

    private LedgerView view() {
        return server.database().view();
    }

    /** From now on nothing is durable that the archive has not. */
    void nothingIsDurable(StreamId stream) {
        on = true;
        server.database().service().archived(stream, 0);
    }

    /** The archive has all that is committed. */
    void archive() {
        if (!on || isUnnoticed()) {
            return; // there is none, or it waits until it is known what it lacks
        }
        safe = view().log();
        safeDecisions = server.decisions().size();
        noteDurable();
    }

    private void noteDurable() {
        Set<String> safeHashes = new HashSet<>();
        safe.forEach(logged -> safeHashes.add(logged.hash()));
        Map<StreamId, Long> ends = new LinkedHashMap<>();
        view().log().stream()
                .filter(logged -> safeHashes.contains(logged.hash())) // another operation may have its number
                .forEach(logged -> ends.merge(logged.stream(), logged.opSeq(), Math::max));
        ends.forEach((stream, end) -> server.database().service().archived(stream, end));
    }

    /** Whether the archive lacks nothing. */
    boolean isAllSafe() {
        return safe.size() == view().logged();
    }

    /** How often the server was set back. */
    int count() {
        return restores;
    }

    /** The hashes of what the last restore took in from the archive. */
    Set<String> takenAgain() {
        return takenAgain;
    }

    void backUp() {
        if (isUnnoticed()) {
            return;
        }
        int decisions = server.decisions().size();
        server.database().backup().ifPresent(putBack -> copies.add(new Copy(putBack, decisions)));
    }

    /** Goes back to one of the copies, which nobody notices yet; nothing happens where there is none. */
    void goBack(SplittableRandom random) {
        if (copies.isEmpty()) {
            return;
        }
        stopAll();
        int which = random.nextInt(copies.size());
        unnoticed = copies.get(which);
        copies.subList(which + 1, copies.size()).clear(); // what came after it did not happen
        unnoticed.putBack().run();
        server.database().service().awaitReplay(true);
        noticedDecisions = server.decisions().size();
    }

    private void stopAll() {
        for (int instance = 0; instance < SimulatedServer.INSTANCES; instance++) {
            network.stop(instance);
        }
    }

    /** Whether the server was set back and does not know it: what it says does not count. */
    boolean isUnnoticed() {
        return unnoticed != null;
    }

    /** The server notices that it was set back: a new epoch, and all that the archive has. False where it was not. */
    boolean recover() {
        if (unnoticed == null) {
            return false;
        }
        stopAll();
        server.database().service().declareRestored("restored-" + ++restores);
        replay(unnoticed);
        unnoticed = null;
        server.database().service().awaitReplay(false);
        noteDurable();
        return true;
    }

    private void replay(Copy copy) {
        takenAgain.clear();
        SimulatedServer.Replaying replaying = server.replaying();
        Set<String> there = new HashSet<>();
        view().log().forEach(logged -> there.add(logged.hash()));
        List<Decision> known = server.decisions();
        List<Decision> again = new ArrayList<>();
        for (int each = copy.decisions(); each < noticedDecisions; each++) {
            // What the archive did not have of enrolments is taken as known: see docs/simulation.md.
            if (each < safeDecisions || known.get(each).enrols()) {
                again.add(known.get(each));
            }
        }
        known.subList(copy.decisions(), noticedDecisions).clear(); // those made since stand
        int next = 0;
        for (int at = 0; at <= safe.size(); at++) {
            for (; next < again.size() && again.get(next).after() <= at; next++) {
                decideAgain(again.get(next));
            }
            if (at < safe.size() && there.add(safe.get(at).hash())) {
                List<Logged> together = together(at);
                together.forEach(logged -> there.add(logged.hash()));
                together.forEach(logged -> takenAgain.add(logged.hash()));
                replaying.take(
                        safe.get(at).stream(),
                        safe.get(at).opSeq(),
                        together.stream()
                                .map(logged -> saved.line(logged.hash()))
                                .toList());
            }
        }
        again.subList(next, again.size()).forEach(this::decideAgain);
        safeDecisions = known.size();
    }

    /** What was saved together with that one: it was logged right after it. */
    private List<Logged> together(int from) {
        Logged first = safe.get(from);
        return safe.stream()
                .skip(from)
                .takeWhile(logged ->
                        logged.stream().equals(first.stream()) && txOf(logged).equals(txOf(first)))
                .toList();
    }

    /** Of an erased dossier the log itself cannot say it any more. */
    private TxId txOf(Logged logged) {
        return saved.operations().get(logged.hash()).txId();
    }

    private void decideAgain(Decision decision) {
        decision.command().run();
        server.decisions().add(decision.at(view().logged()));
    }
}
