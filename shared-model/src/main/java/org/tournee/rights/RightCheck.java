package org.tournee.rights;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordId;

/** One right in a rendez-vous des droits, and its follow-up to the end. Rule: R-RDD. */
@Json(naming = Json.Naming.LowerUnderscore)
public record RightCheck(
        Subject subject,
        Finding finding,
        @Nullable FollowUp followUp,
        @Nullable Documents documents,
        @Nullable Ending ending,
        @Nullable Declaration declaration) {

    /** One for which nobody declared resources yet. */
    public RightCheck(
            Subject subject,
            Finding finding,
            @Nullable FollowUp followUp,
            @Nullable Documents documents,
            @Nullable Ending ending) {
        this(subject, finding, followUp, documents, ending, null);
    }

    public RightCheck {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(finding, "finding");
    }

    /** The group {@code subject}: {@code rightId} is a {@link Right#id()}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Subject(RecordId checkup, String rightId) {

        public Subject {
            Objects.requireNonNull(checkup, "checkup");
            Objects.requireNonNull(rightId, "rightId");
        }
    }

    /** The group {@code finding}; {@code reason} is wanted where the person declined. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Finding(RightState state, @Nullable String reason) {

        public Finding {
            Objects.requireNonNull(state, "state");
        }
    }

    /** What is still needed; none where nobody asked for any. */
    public List<String> documentsMissing() {
        return documents == null ? List.of() : documents.missing();
    }

    /** The same with a follow-up and what it needs; null for neither. */
    public RightCheck followed(@Nullable FollowUp by, @Nullable Documents needing) {
        return new RightCheck(subject, finding, by, needing, ending, declaration);
    }

    /** The same with an ending; null for none. */
    public RightCheck ended(@Nullable Ending how) {
        return new RightCheck(subject, finding, followUp, documents, how, declaration);
    }

    /** The same once resources were declared on that day. Rule: R-REM. */
    public RightCheck declared(LocalDate on) {
        return new RightCheck(subject, finding, followUp, documents, ending, new Declaration(on));
    }

    /** The group {@code documents}: apart from the follow-up, for whoever receives papers ticks them off. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Documents(List<String> missing) {

        public Documents {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The group {@code follow_up}.
     *
     * @param answerable not always the social worker (004 warns of the counter's role)
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record FollowUp(LocalDate dueOn, WorkerId answerable) {

        public FollowUp {
            Objects.requireNonNull(dueOn, "dueOn");
            Objects.requireNonNull(answerable, "answerable");
        }
    }

    /** The group {@code ending}. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Ending(FollowUpOutcome outcome, LocalDate endedOn) {

        public Ending {
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(endedOn, "endedOn");
        }
    }

    /**
     * The group {@code declaration}: that resources were declared anew, so that a held right goes on. Source: 004 §2.1.3.
     *
     * @param declaredOn the last day on which they were
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Declaration(LocalDate declaredOn) {

        public Declaration {
            Objects.requireNonNull(declaredOn, "declaredOn");
        }
    }
}
