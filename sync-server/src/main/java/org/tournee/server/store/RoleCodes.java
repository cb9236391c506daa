package org.tournee.server.store;

import java.util.EnumSet;
import java.util.Set;
import org.tournee.organisation.Role;

/** Roles as the table of workers keeps them: their codes, with a space between. */
public final class RoleCodes {

    private RoleCodes() {}

    /**
     * The roles of such codes.
     *
     * @throws IllegalArgumentException where one is no role's
     */
    public static Set<Role> read(String codes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : codes.split(" ", -1)) {
            if (!code.isEmpty()) {
                roles.add(Role.valueOf(code));
            }
        }
        return roles;
    }
}
