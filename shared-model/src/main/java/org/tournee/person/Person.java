package org.tournee.person;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who is accompanied, or lives with them. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Person(
        Identity identity,
        Membership membership,
        @Nullable Reachability reachability,
        @Nullable Merged merged) {

    public Person {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(membership, "membership");
    }

    /** A person who is nobody else's duplicate. */
    public Person(Identity identity, Membership membership, @Nullable Reachability reachability) {
        this(identity, membership, reachability, null);
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

    /**
     * The group {@code membership}.
     *
     * @param leftOn the first day on which they are not of the household any more; null while they are
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Membership(HouseholdRole role, @Nullable LocalDate leftOn) {

        public Membership {
            Objects.requireNonNull(role, "role");
        }

        /** Somebody who is of the household. */
        public Membership(HouseholdRole role) {
            this(role, null);
        }

        /** Whether they were of the household on that day. */
        public boolean runsOn(LocalDate day) {
            return leftOn == null || day.isBefore(leftOn);
        }
    }

    /** The group {@code reachability}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Reachability(
            @Nullable String phone, @Nullable String email) {}

    /**
     * The group {@code merged}: this record and another were one person's. Written by the server alone; what was said of
     * the person under this id stays readable. Rule: R-DUP.
     *
     * @param into the record that goes on
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Merged(PersonId into) {

        /** Its name. */
        public static final String GROUP = "merged";

        public Merged {
            Objects.requireNonNull(into, "into");
        }
    }
}
