package org.tournee.mobile.sync;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.tournee.mobile.store.SyncStore;

/** What the engine does in the background, run by run on the thread that asks: a measurement waits for nothing else. */
public final class PhoneRun {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SyncRun run;
    private final Sender sender;

    public PhoneRun(SyncStore store, HttpClient http, Clock clock) {
        ServerGateway gateway = new ServerGateway(http, store.identity().serverUri(), PATIENCE);
        Access access = new Access(gateway, store);
        this.run =
                new SyncRun(store, gateway, access, new Courier(http, Tempo.PHONE), clock, SyncRun.DocumentWork.NONE);
        this.sender = new Sender(gateway, access, store, clock);
    }

    /** Sends until the server holds everything that was saved, and receives nothing. */
    public void send() throws ServerFailure {
        sender.sendAll();
    }

    /**
     * Sends and receives until phone and server agree.
     *
     * @throws AssertionError where they do not
     */
    public void once() {
        requireAgreed(run.run(new Unwatched()));
    }

    /**
     * The same where others come too: whoever is told to wait comes back when the server asked for it.
     *
     * @throws AssertionError where they do not agree then
     */
    public void inTurn() throws InterruptedException {
        SyncRun.Result result = run.run(new Unwatched());
        while (result.problem() != null && !result.retryAfter().isZero()) {
            Thread.sleep(result.retryAfter().toMillis());
            result = run.run(new Unwatched());
        }
        requireAgreed(result);
    }

    private static void requireAgreed(SyncRun.Result result) {
        if (result.problem() != null) {
            throw new AssertionError("Phone and server do not agree: " + result.problem());
        }
    }

    private static final class Unwatched implements SyncRun.Watcher {

        @Override
        public void phase(SyncState.Phase phase) {
            // Nobody looks.
        }

        @Override
        public void skew(Duration phoneAhead) {
            // Nobody looks.
        }

        @Override
        public void received(int dossiers, int ofDossiers) {
            // Nobody looks.
        }
    }
}
