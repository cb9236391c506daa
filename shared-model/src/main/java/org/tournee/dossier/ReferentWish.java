package org.tournee.dossier;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;

/**
 * Whom the person would like to be followed by: their own word, taken into account where a referent is proposed, named or
 * handed over, and never binding. The group {@code wish} of a dossier. Rule: R-REF. Source: 004 §2.2.1.
 *
 * @param worker somebody in particular; null for nobody by name
 * @param words what they wish in their own words, such as a language, a woman, or not somebody; null for nothing more
 * @param saidOn the day on which they said so
 * @param saidBy who of the household; null for all of them together
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ReferentWish(
        @Nullable WorkerId worker,
        @Nullable String words,
        LocalDate saidOn,
        @Nullable PersonId saidBy) {

    /** The name of the group. */
    public static final String GROUP = "wish";

    public ReferentWish {
        Objects.requireNonNull(saidOn, "saidOn");
    }

    /** Whether it says anything. */
    public boolean isSaid() {
        return worker != null || (words != null && !words.isBlank());
    }

    /** Who is wished for by name. */
    public Optional<WorkerId> named() {
        return Optional.ofNullable(worker);
    }
}
