package org.tournee.outreach;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.tournee.organisation.WorkerId;

/**
 * What whoever goes there should know for their safety: a fact, who noted it, and until when it is shown. Never a
 * judgement on a person, never for ever. Rule: R-OUT. Source: 000 §2.1.7.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record SafetyNote(Note note) {

    /** The most months for which a note may be shown: then it is looked at again. */
    public static final int MOST_MONTHS = 12;

    /** The most characters of a fact. */
    public static final int LONGEST_FACT = 300;

    public SafetyNote {
        Objects.requireNonNull(note, "note");
    }

    /**
     * The group {@code note}.
     *
     * @param fact such as a dog in the yard; not blank, at most {@link #LONGEST_FACT} characters
     * @param author who noted it
     * @param notedOn the day of the organisation
     * @param expiresOn the last day on which it is shown; at most {@link #MOST_MONTHS} months after
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Note(String fact, WorkerId author, LocalDate notedOn, LocalDate expiresOn) {

        public Note {
            Objects.requireNonNull(fact, "fact");
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(notedOn, "notedOn");
            Objects.requireNonNull(expiresOn, "expiresOn");
        }
    }

    /** Whether it is shown on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(note.expiresOn());
    }
}
