package org.tournee.mobile.store;

import io.avaje.jsonb.Json;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.StreamId;

/**
 * Whose store it is, and towards which server; sealed. Only a succession changes it: the stream and its key.
 *
 * @param server the base address of the server, without a path
 * @param signingKey the stream's private Ed25519 key, 32 bytes in Base64
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record StreamIdentity(
        StreamId streamId,
        WorkerId workerId,
        String workerName,
        OrganisationId orgId,
        String orgName,
        List<Role> roles,
        String server,
        String signingKey) {

    public StreamIdentity {
        Objects.requireNonNull(streamId, "streamId");
        Objects.requireNonNull(workerId, "workerId");
        Objects.requireNonNull(workerName, "workerName");
        Objects.requireNonNull(orgId, "orgId");
        Objects.requireNonNull(orgName, "orgName");
        roles = List.copyOf(roles);
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(signingKey, "signingKey");
    }

    /** The same worker and server with another stream. */
    StreamIdentity goingOnAs(Successor successor) {
        return new StreamIdentity(
                successor.streamId(), workerId, workerName, orgId, orgName, roles, server, successor.signingKey());
    }

    /** The base address of the server. */
    public URI serverUri() {
        return URI.create(server);
    }

    /** Without names and keys: it may get into a log. */
    @Override
    public String toString() {
        return "StreamIdentity[" + streamId + "]";
    }
}
