package org.tournee.reception;

import io.avaje.jsonb.Json;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.SiteId;

/**
 * Where the public is received: a permanence, under its own id, or the desk of a site, under the site's. Every phone holds
 * all of them. Rule: R-PER. Source: 002 fiche 22.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Desk(Place place) {

    public Desk {
        Objects.requireNonNull(place, "place");
    }

    /**
     * The group {@code place}.
     *
     * @param site whose workers receive there
     * @param communeName where it is
     * @param day of the week on which a permanence is held; null for a site's desk, which may open on any
     * @param opens null for a site's desk
     * @param everyWeeks how many weeks from one to the next; 1 for a site's desk
     * @param open false once nobody is received there any more
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Place(
            SiteId site,
            String siteName,
            String communeName,
            @Nullable DayOfWeek day,
            @Nullable LocalTime opens,
            int everyWeeks,
            boolean open) {

        public Place {
            Objects.requireNonNull(site, "site");
            Objects.requireNonNull(siteName, "siteName");
            Objects.requireNonNull(communeName, "communeName");
        }
    }

    /** Whether it is a site's own desk and no permanence. */
    public boolean isOfSite() {
        return place.day() == null;
    }

    /** Whether it may be held on that day. In which weeks a permanence of several is held, the service does not say. */
    public boolean mayOpenOn(LocalDate day) {
        return place.open() && (place.day() == null || place.day() == day.getDayOfWeek());
    }

    /** The same, once nobody is received there any more. */
    public Desk closed() {
        return new Desk(new Place(
                place.site(),
                place.siteName(),
                place.communeName(),
                place.day(),
                place.opens(),
                place.everyWeeks(),
                false));
    }
}
