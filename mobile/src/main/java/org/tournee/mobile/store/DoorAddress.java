package org.tournee.mobile.store;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.StreamId;

/**
 * Where a file's envelopes go, readable without the PIN: opaque ids, the server, and the worker's initials so that two
 * people who share a phone find theirs.
 */
public record DoorAddress(StreamId stream, WorkerId worker, OrganisationId organisation, URI server, String initials) {

    private static final int MOST_INITIALS = 3;

    static DoorAddress of(StreamIdentity identity) {
        return new DoorAddress(
                identity.streamId(),
                identity.workerId(),
                identity.orgId(),
                identity.serverUri(),
                initials(identity.workerName()));
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("[\\s-]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_INITIALS)
                .map(word -> new String(Character.toChars(Character.toUpperCase(word.codePointAt(0)))))
                .collect(Collectors.joining());
    }
}
