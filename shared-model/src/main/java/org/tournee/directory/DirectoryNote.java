package org.tournee.directory;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordId;

/**
 * What somebody in the field has to say of the directory: a partner has to be corrected, or none meets a need. It lies in
 * the dossier for which it was noticed. Rule: R-DIR.
 *
 * @param handling null while the back office has not dealt with it
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record DirectoryNote(Note note, @Nullable Handling handling) {

    public DirectoryNote {
        Objects.requireNonNull(note, "note");
    }

    /** What it is for. */
    public enum Purpose {
        CORRECTION,
        /** Nobody in the directory meets it. */
        NEED
    }

    /**
     * The group {@code note}.
     *
     * @param partner what is to be corrected; wanted with {@link Purpose#CORRECTION}
     * @param topic what the need is about; wanted with {@link Purpose#NEED}
     * @param text not blank; names nobody
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Note(
            Purpose purpose,
            @Nullable RecordId partner,
            @Nullable Topic topic,
            String text,
            LocalDate notedOn) {

        public Note {
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(notedOn, "notedOn");
        }

        /** That something is wrong or missing about a partner. */
        public static Note correction(RecordId partner, String text, LocalDate on) {
            return new Note(Purpose.CORRECTION, partner, null, text, on);
        }

        /** That nobody in the directory meets a need. */
        public static Note need(Topic topic, String text, LocalDate on) {
            return new Note(Purpose.NEED, null, topic, text, on);
        }
    }

    /** The group {@code handling}, written by the service alone: the back office has dealt with it. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Handling(LocalDate on, WorkerId by) {

        /** The name of the group. */
        public static final String GROUP = "handling";

        public Handling {
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(by, "by");
        }
    }

    /** The same once somebody dealt with it. */
    public DirectoryNote handled(LocalDate on, WorkerId by) {
        return new DirectoryNote(note, new Handling(on, by));
    }
}
