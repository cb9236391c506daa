package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.Objects;
import org.tournee.organisation.OrganisationId;

/** The first line at the push-only door; envelopes follow, one a line, in the order of the stream. */
@Json(naming = Json.Naming.LowerUnderscore)
public record DoorHeader(OrganisationId orgId, StreamId streamId) {

    public DoorHeader {
        Objects.requireNonNull(orgId, "orgId");
        Objects.requireNonNull(streamId, "streamId");
    }
}
