package org.tournee.dossier;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The follow-up of one household (dossier famille). Its record id is its dossier id.
 *
 * @param wish whom the person would like as a referent; null while they said nothing. Rule: R-REF
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Dossier(
        Household household,
        Address address,
        @Nullable Reachability reachability,
        @Nullable Situation situation,
        Status status,
        @Nullable ReferentWish wish) {

    public Dossier {
        Objects.requireNonNull(household, "household");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(status, "status");
    }

    /** One of which nobody asked yet whom the person would like. */
    public Dossier(
            Household household,
            Address address,
            @Nullable Reachability reachability,
            @Nullable Situation situation,
            Status status) {
        this(household, address, reachability, situation, status, null);
    }

    /** The same household, the follow-up standing elsewhere. */
    public Dossier with(Status other) {
        return new Dossier(household, address, reachability, situation, other, wish);
    }

    /** The same, with what the person wishes of a referent; null where they wish nothing any more. */
    public Dossier wishing(@Nullable ReferentWish said) {
        return new Dossier(household, address, reachability, situation, status, said);
    }

    /** The group {@code household}: the name under which it is known. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Household(String name) {

        public Household {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * The group {@code address}: administrative, settled by the back office.
     *
     * @param communeCode INSEE code of five characters
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Address(String street, String postcode, String communeCode, String communeName) {

        public Address {
            Objects.requireNonNull(street, "street");
            Objects.requireNonNull(postcode, "postcode");
            Objects.requireNonNull(communeCode, "communeCode");
            Objects.requireNonNull(communeName, "communeName");
        }

        /** In one line, as on an envelope; empty where nothing of it is known, as for who lives nowhere. */
        public String line() {
            return Stream.of(street, (postcode + " " + communeName).strip())
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", "));
        }
    }

    /** The group {@code reachability}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Reachability(
            @Nullable String phone, @Nullable String note) {}

    /** The group {@code situation}: known facts, for the pre-check of rights. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Situation(List<HouseholdFact> facts) {

        public Situation {
            facts = List.copyOf(facts);
        }
    }

    /**
     * The group {@code status}: the service's own, changed by a closure and its reopening.
     *
     * @param closedOn the first day without a follow-up; null while it is open
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Status(
            DossierStatus status,
            LocalDate openedOn,
            @Nullable LocalDate closedOn) {

        /** The group's name, for those who may not write it. */
        public static final String GROUP = "status";

        public Status {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(openedOn, "openedOn");
        }
    }
}
