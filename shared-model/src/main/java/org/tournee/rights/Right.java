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
 * @param since the version of the catalogue in which it came; null for one that was there from the first
 * @param until the first version that offers it no more: it keeps its name for what was said of it; null while it is offered
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
        List<HouseholdFact> suggestWhen,
        @Nullable Integer since,
        @Nullable Integer until) {

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

    /** Whether a sweep under that version of the catalogue looks at it. */
    public boolean isOfferedIn(int version) {
        return (since == null || since <= version) && (until == null || version < until);
    }

    /** Whether it is on its way out, or out. */
    public boolean isRetired() {
        return until != null;
    }

    /** The same between other versions; null for none. */
    public Right offered(@Nullable Integer from, @Nullable Integer to) {
        return new Right(
                id,
                name,
                institution,
                domain,
                nature,
                conditions,
                documents,
                officialPage,
                renewalMonths,
                suggestWhen,
                from,
                to);
    }

    /** Owed by law, or granted at discretion. */
    public enum Nature {
        LEGAL,
        DISCRETIONARY
    }
}
