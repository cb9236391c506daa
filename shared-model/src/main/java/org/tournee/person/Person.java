package org.tournee.person;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who is accompanied, or lives with them. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Person(
        Identity identity, Membership membership, @Nullable Reachability reachability) {

    public Person {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(membership, "membership");
    }

    /** The group {@code identity}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Identity(
            String familyName, String givenName, @Nullable LocalDate birthDate) {

        public Identity {
            Objects.requireNonNull(familyName, "familyName");
            Objects.requireNonNull(givenName, "givenName");
        }

        /** As people say it: given name first. */
        public String fullName() {
            return givenName + " " + familyName;
        }
    }

    /** The group {@code membership}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Membership(HouseholdRole role) {

        public Membership {
            Objects.requireNonNull(role, "role");
        }
    }

    /** The group {@code reachability}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Reachability(
            @Nullable String phone, @Nullable String email) {}
}
