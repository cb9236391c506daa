package org.tournee.mobile.sync;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.DocumentFiles;
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

    /** @param documents the bytes of documents; null for a phone that takes none in */
    public SimulatedRun(SyncStore store, HttpClient http, Clock clock, @Nullable DocumentFiles documents) {
        ServerGateway gateway = new ServerGateway(http, URI.create("http://simulated"), PATIENCE);
        Access access = new Access(gateway, store);
        DocumentGateway bytes = new DocumentGateway(http, URI.create("http://simulated"), PATIENCE);
        SyncRun.DocumentWork work =
                documents == null ? SyncRun.DocumentWork.NONE : new DocumentSender(bytes, access, documents, store);
        this.run = new SyncRun(store, gateway, access, new Courier(http, Tempo.PHONE), clock, work);
    }

    /** What stood in the way; empty where phone and server agree. */
    public String run() {
        SyncState.Problem problem = run.run(NOBODY).problem();
        return problem == null ? "" : problem.name();
    }
}
