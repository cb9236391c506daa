package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.StreamId;

/** The streams: one installation and one worker. */
@Singleton
public class Streams {

    /** Enrols a device: a new stream, from operation 1. {@code publicKey} is its signing key, empty for a browser. */
    public StreamId enrol(
            OrganisationId organisation, WorkerId worker, String deviceName, byte[] publicKey, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }

    /** The stream of what a worker does in the browser; made when first asked for. */
    public StreamId webStream(OrganisationId organisation, WorkerId worker, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }

    /** Nothing more is taken from that stream. */
    public void revoke(Actor actor, StreamId stream, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }
}
