package org.tournee.server.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.StreamId;

/**
 * In whose name something is read or written.
 *
 * @param worker null for the service itself, such as a sweep that looks for what is due
 * @param stream the device or browser; null for the service itself
 */
public record Actor(
        OrganisationId organisation,
        @Nullable WorkerId worker,
        @Nullable StreamId stream) {

    public Actor {
        Objects.requireNonNull(organisation, "organisation");
    }

    /** The service itself, without a person. */
    public static Actor service(OrganisationId organisation) {
        return new Actor(organisation, null, null);
    }
}
