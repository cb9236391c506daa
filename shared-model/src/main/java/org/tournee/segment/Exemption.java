package org.tournee.segment;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/**
 * Days on which no contact can be expected: asked for by whoever works on the dossier, also offline, granted or declined by
 * the head, who may grant without being asked. Rule: R-SEG-10.
 *
 * @param grant null while it is only asked for: then nothing is exempt
 * @param asked null where nobody asked
 * @param declined null unless the head said no
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Exemption(
        @Nullable Grant grant,
        @Nullable Asked asked,
        @Nullable Declined declined) {

    /** An exemption is looked at again after a year at most *(choice)*. */
    public static final int LONGEST_DAYS = 366;

    public Exemption {
        if (grant == null && asked == null) {
            throw new IllegalArgumentException("Neither granted nor asked for");
        }
    }

    /** One that the head granted without being asked. */
    public Exemption(Grant grant) {
        this(Objects.requireNonNull(grant, "grant"), null, null);
    }

    /** One that is asked for. */
    public Exemption(Asked asked) {
        this(null, Objects.requireNonNull(asked, "asked"), null);
    }

    /** What was granted; empty while it is only asked for, and where it was declined. */
    public Optional<Grant> granted() {
        return Optional.ofNullable(grant);
    }

    /** The first day that it is about. */
    public LocalDate firstDay() {
        return grant == null ? Objects.requireNonNull(asked).from() : grant.from();
    }

    /** Whether the head has neither granted nor declined it. */
    public boolean isWaiting() {
        return grant == null && declined == null;
    }

    /** Whether days are more than an exemption may last. */
    public static boolean isTooLong(LocalDate from, LocalDate until) {
        return ChronoUnit.DAYS.between(from, until) > LONGEST_DAYS;
    }

    /** Whether a group is the service's alone to write: nobody grants what they ask for. */
    public static boolean isServersOwn(String group) {
        return !group.equals(Asked.GROUP);
    }

    /** Why. */
    public enum Reason {
        HOSPITAL,
        ABSENCE,
        REFUSAL
    }

    /**
     * The group {@code asked}.
     *
     * @param until the first day that would not be exempt any more, after {@code from}
     * @param why in the asker's words; not blank
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Asked(
            Reason reason, LocalDate from, LocalDate until, WorkerId askedBy, LocalDate askedOn, String why) {

        /** Its name on the wire. */
        public static final String GROUP = "asked";

        public Asked {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(askedBy, "askedBy");
            Objects.requireNonNull(askedOn, "askedOn");
            Objects.requireNonNull(why, "why");
        }

        /** What is granted where the head follows it. */
        public Grant by(WorkerId head) {
            return new Grant(reason, from, until, head);
        }
    }

    /** The group {@code declined}: by the head, who says why. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Declined(LocalDate on, WorkerId by, String why) {

        public Declined {
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * The group {@code grant}.
     *
     * @param until the first day that is not exempt any more; equal to {@code from} where it was taken back before it began
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Grant(Reason reason, LocalDate from, LocalDate until, WorkerId grantedBy) {

        public Grant {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(grantedBy, "grantedBy");
        }
    }
}
