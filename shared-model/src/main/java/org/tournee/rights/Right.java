package org.tournee.rights;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.HouseholdFact;

/**
 * One entry of a catalogue of rights. Rule: R-CAT.
 *
 * @param id stable within the catalogue, {@code [a-z0-9-]+}
 * @param conditions in plain words
 * @param renewalMonths null where nothing is renewed
 * @param suggestWhen any of these facts suggests looking at it first; it never decides
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Right(
        String id,
        String name,
        String institution,
        RightsDomain domain,
        Nature nature,
        String conditions,
        List<String> documents,
        String officialPage,
        @Nullable Integer renewalMonths,
        List<HouseholdFact> suggestWhen) {

    public Right {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(institution, "institution");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(nature, "nature");
        Objects.requireNonNull(conditions, "conditions");
        documents = List.copyOf(documents);
        Objects.requireNonNull(officialPage, "officialPage");
        suggestWhen = List.copyOf(suggestWhen);
    }

    /** Owed by law, or granted at discretion. */
    public enum Nature {
        LEGAL,
        DISCRETIONARY
    }
}
