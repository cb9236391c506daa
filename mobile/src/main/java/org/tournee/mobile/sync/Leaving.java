package org.tournee.mobile.sync;

import java.net.http.HttpClient;
import org.tournee.mobile.store.SyncStore;

/** Logs a worker out: what they saved goes first, what cannot go now stays sealed and goes later. Rule: R-SYN. */
public final class Leaving {

    private final HttpClient http;
    private final Tempo tempo;

    public Leaving(HttpClient http, Tempo tempo) {
        this.http = http;
        this.tempo = tempo;
    }

    /** Logs out; the store stays open, and holds nothing but what waits and drafts. */
    public void logOut(SyncStore store) {
        try {
            new Courier(http, tempo).deliver(store);
            ServerGateway gateway = new ServerGateway(http, store.identity().serverUri(), tempo.patience());
            new Access(gateway, store).call(token -> {
                gateway.signOut(token);
                return token;
            });
        } catch (ServerFailure e) {
            // Without network the tokens end by themselves, and the courier comes back for what waits.
            System.getLogger(Leaving.class.getName()).log(System.Logger.Level.DEBUG, "left offline", e);
        }
        store.signOut();
    }
}
