package org.tournee.workflow;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Segment;

/**
 * One decision on the segment of a dossier (changement de segment), from its first signature to its end, with everybody
 * who signed. Written by commands alone. Rules: R-SEG-5, R-SEG-6, R-SEG-7. Source: 001 §5, §7.
 *
 * @param check what the head found at the transfer; null until a transfer is signed
 * @param review what the head answered at a stay's limit; null where it was no such review
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record SegmentChange(
        Subject subject,
        Course course,
        @Nullable TransferCheck check,
        @Nullable StayReview review) {

    public SegmentChange {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(course, "course");
    }

    /** Where a decision comes from, which says who signs first and who signs next. */
    public enum Origin {
        /** The intake's proposal, signed by two and received by the team that goes on. Rule: R-SEG-5. */
        FIRST_ALLOCATION,
        /** The receiving worker keeps the proposed segment for good. Rule: R-SEG-5. */
        CONFIRMATION,
        /** The referent's decision, executed by the head. Rule: R-SEG-6. */
        REFERENT,
        /** The admin assistant asks the referent for a more intensive segment. Rule: R-SEG-6. */
        REQUEST,
        /** The referent's proposal at the limit of a stay, reviewed by the head. Rule: R-SEG-7. */
        LIMIT
    }

    /** How far it has come. */
    public enum State {
        /** Signed once: somebody else signs next. */
        PROPOSED,
        /** Signed by two: the receiving team takes the dossier next. */
        APPROVED,
        DONE,
        /** The head wrote an objection. */
        RETURNED,
        /** The referent did not follow a request. */
        DECLINED,
        /** Taken back by whoever signed it. */
        WITHDRAWN;

        /** Whether somebody still has to sign. */
        public boolean isOpen() {
            return this == PROPOSED || this == APPROVED;
        }
    }

    /** What somebody signed. */
    public enum Step {
        PROPOSED,
        APPROVED,
        RECEIVED,
        CONFIRMED,
        EXECUTED,
        REVIEWED,
        RETURNED,
        REQUESTED,
        FOLLOWED,
        DECLINED,
        WITHDRAWN
    }

    /**
     * The group {@code subject}.
     *
     * @param from null where the dossier was in no segment yet
     * @param to equal to {@code from} where the segment is kept
     * @param criteria those of the profile that apply
     * @param reason the written professional reason, or the transfer report
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Subject(Origin origin, @Nullable Segment from, Segment to, List<String> criteria, String reason) {

        public Subject {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(to, "to");
            criteria = List.copyOf(criteria);
            Objects.requireNonNull(reason, "reason");
        }

        /** Whether the dossier stays where it is. */
        public boolean isKept() {
            return to == from;
        }
    }

    /**
     * The group {@code course}.
     *
     * @param signatures in the order signed, at least one
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Course(State state, List<Signature> signatures) {

        public Course {
            Objects.requireNonNull(state, "state");
            signatures = List.copyOf(signatures);
            if (signatures.isEmpty()) {
                throw new IllegalArgumentException("Nobody signed");
            }
        }

        Course then(State next, Signature signature) {
            List<Signature> all = new ArrayList<>(signatures);
            all.add(signature);
            return new Course(next, all);
        }
    }

    /**
     * Who signed what and when.
     *
     * @param on the day of the organisation
     * @param text an objection, a remark; null for none
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Signature(
            Step step, WorkerId by, LocalDate on, @Nullable String text) {

        public Signature {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(on, "on");
        }
    }

    /** Whoever signed first, whose decision it is. */
    public WorkerId author() {
        return course.signatures().get(0).by();
    }

    /** The last signature. */
    public Signature last() {
        return course.signatures().get(course.signatures().size() - 1);
    }

    /** In which quality somebody signs next; empty where it is closed. */
    public Optional<NextSigner> next() {
        return NextSigner.of(subject.origin(), course.state());
    }

    SegmentChange signed(State next, Signature signature) {
        return new SegmentChange(subject, course.then(next, signature), check, review);
    }

    SegmentChange checked(@Nullable TransferCheck found) {
        return new SegmentChange(subject, course, found, review);
    }

    SegmentChange reviewed(StayReview answered) {
        return new SegmentChange(subject, course, check, answered);
    }
}
