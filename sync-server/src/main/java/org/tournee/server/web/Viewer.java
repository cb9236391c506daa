package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.store.Actor;
import org.tournee.server.store.ServerDossiers;
import org.tournee.server.store.Streams;

/** Reads in the name of whoever is signed in: each reading is decided and audited. Rules: R-SHARE, R-AUD. */
@Singleton
public class Viewer {

    private final ServerDossiers dossiers;
    private final Streams streams;
    private final Clock clock;

    Viewer(ServerDossiers dossiers, Streams streams, Clock clock) {
        this.dossiers = dossiers;
        this.streams = streams;
        this.clock = clock;
    }

    /** As the server says. */
    public Instant now() {
        return clock.instant();
    }

    /** In whose name, and from which browser stream. */
    public Actor actor(WebSession session) {
        return new Actor(
                session.organisation(),
                session.worker(),
                streams.webStream(session.organisation(), session.worker(), now()));
    }

    /** The dossier as they may see it. */
    public ServerDossiers.Reading read(WebSession session, DossierId dossier) {
        return dossiers.read(actor(session), dossier, now());
    }
}
