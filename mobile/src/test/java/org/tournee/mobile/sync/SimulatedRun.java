package org.tournee.mobile.sync;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.SyncState.Phase;

/** The engine's runs without its thread: one run whenever somebody wants one. */
public final class SimulatedRun {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final SyncRun.Watcher NOBODY = new SyncRun.Watcher() {
        @Override
        public void phase(Phase phase) {}

        @Override
        public void skew(Duration phoneAhead) {}

        @Override
        public void received(int dossiers, int ofDossiers) {}
    };

    private final SyncRun run;

    public SimulatedRun(SyncStore store, HttpClient http, Clock clock) {
        ServerGateway gateway = new ServerGateway(http, URI.create("http://simulated"), PATIENCE);
        this.run = new SyncRun(
                store,
                gateway,
                new Access(gateway, store),
                new Courier(http, Tempo.PHONE),
                clock,
                SyncRun.DocumentWork.NONE);
    }

    /** What stood in the way; empty where phone and server agree. */
    public String run() {
        SyncState.Problem problem = run.run(NOBODY).problem();
        return problem == null ? "" : problem.name();
    }
}
