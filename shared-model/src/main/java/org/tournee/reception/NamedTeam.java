package org.tournee.reception;

import io.avaje.jsonb.Json;
import java.util.Objects;
import org.tournee.organisation.SiteId;

/** A team as every phone knows it, under its own id: to whom something may be passed on. Rule: R-PER. */
@Json(naming = Json.Naming.LowerUnderscore)
public record NamedTeam(Identity identity) {

    public NamedTeam {
        Objects.requireNonNull(identity, "identity");
    }

    /** The group {@code identity}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Identity(String name, SiteId site) {

        public Identity {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(site, "site");
        }
    }
}
