package org.tournee.directory;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;

/**
 * A service to which people are referred, as the back office keeps it and every phone holds it. It names no person who is
 * accompanied. Rule: R-DIR. Source: 004 §1.1.1, 000 §2.8.7.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Partner(Identity identity, Offer offer, Place place, Reach reach, Standing standing) {

    public Partner {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(standing, "standing");
    }

    /** The group {@code identity}: the name under which people know the service; not blank. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Identity(String name) {

        public Identity {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * The group {@code offer}.
     *
     * @param topics what it helps with; at least one
     * @param what it does; not blank
     * @param audience for whom it is; empty for everybody
     * @param criteria under which conditions; empty for none
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Offer(List<Topic> topics, String what, String audience, String criteria) {

        public Offer {
            topics = List.copyOf(topics);
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(audience, "audience");
            Objects.requireNonNull(criteria, "criteria");
        }
    }

    /**
     * The group {@code place}.
     *
     * @param street empty where one only calls or writes
     * @param communeName where it is, or which it serves; not blank
     * @param hours in words; empty where they are not known
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Place(String street, String postcode, String communeName, String hours) {

        public Place {
            Objects.requireNonNull(street, "street");
            Objects.requireNonNull(postcode, "postcode");
            Objects.requireNonNull(communeName, "communeName");
            Objects.requireNonNull(hours, "hours");
        }
    }

    /** The group {@code reach}: whom one asks for, and how; null for what is not known. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Reach(
            @Nullable String person,
            @Nullable String phone,
            @Nullable String email) {}

    /**
     * The group {@code standing}.
     *
     * @param checkedOn when somebody last made sure that all this is so
     * @param open whether people may be referred there; one that closed stays, for referrals name it
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Standing(LocalDate checkedOn, boolean open) {

        public Standing {
            Objects.requireNonNull(checkedOn, "checkedOn");
        }
    }
}
