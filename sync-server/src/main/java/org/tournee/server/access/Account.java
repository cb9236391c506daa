package org.tournee.server.access;

import java.util.Set;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;

/** A worker as far as signing in is concerned. */
public record Account(
        OrganisationId organisation,
        String organisationName,
        WorkerId worker,
        String name,
        String passwordHash,
        Set<Role> roles,
        boolean active) {

    public Account {
        roles = Set.copyOf(roles);
    }
}
