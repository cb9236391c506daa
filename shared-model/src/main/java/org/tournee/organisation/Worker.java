package org.tournee.organisation;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who works for the organisation (intervenant). Its record id is its worker id. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Worker(Profile profile) {

    public Worker {
        Objects.requireNonNull(profile, "profile");
    }

    /**
     * The group {@code profile}.
     *
     * @param fullTimePercent 1 to 100
     * @param team null for those who work for the whole organisation
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Profile(
            String name,
            List<Role> roles,
            int fullTimePercent,
            @Nullable TeamId team,
            @Nullable String siteName) {

        public Profile {
            Objects.requireNonNull(name, "name");
            roles = List.copyOf(roles);
        }

        public boolean has(Role role) {
            return roles.contains(role);
        }
    }
}
