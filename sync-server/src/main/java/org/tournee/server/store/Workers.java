package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;

/** Lets workers in: the row, the record that every phone holds, their own bucket and their grants. */
@Singleton
public class Workers {

    /** Somebody to let in. {@code passwordHash} is Argon2id with its parameters. */
    public record Admission(WorkerId id, String login, String passwordHash, Worker.Profile profile) {}

    /** Makes an organisation with its reference bucket and a new random epoch. */
    public void createOrganisation(OrganisationId id, String name, String zone, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }

    /** Lets workers in, in one transaction. */
    public void admit(Actor actor, List<Admission> admissions, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }
}
