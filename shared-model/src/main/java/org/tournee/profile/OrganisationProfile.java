package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.time.ZoneId;
import java.util.Objects;

/** What an organisation chose, as dated data: nothing of it is code. Rule: R-SEG-0. */
@Json(naming = Json.Naming.LowerUnderscore)
public record OrganisationProfile(String name, int version, String zoneName) {

    public OrganisationProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(zoneName, "zoneName");
    }

    /** The zone in which days are counted. */
    public ZoneId zone() {
        return ZoneId.of(zoneName);
    }
}
