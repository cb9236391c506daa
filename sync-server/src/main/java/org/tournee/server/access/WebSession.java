package org.tournee.server.access;

import java.time.Instant;
import java.util.Set;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;

/**
 * Somebody signed in with a browser. A page's controller asks for it as a parameter.
 *
 * @param csrf what each form of the session carries
 * @param authenticatedAt when the password was last given
 */
public record WebSession(Caller caller, String name, String csrf, Instant authenticatedAt) {

    public OrganisationId organisation() {
        return caller.organisation();
    }

    public WorkerId worker() {
        return caller.worker();
    }

    public Set<Role> roles() {
        return caller.roles();
    }

    public boolean has(Role role) {
        return caller.has(role);
    }
}
