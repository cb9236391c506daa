package org.tournee.workflow;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Segment;

/**
 * What somebody signs on the segment of a dossier. A proposal may be prepared offline; what {@link #needsPresence()} is
 * signed online, by somebody who has just signed in. Rules: R-SEG-5, R-SEG-6, R-SEG-7. Source: 001 §5, §7.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public sealed interface SegmentCommand {

    /** Whether it is an approval: online, freshly authenticated, never shown as done before the server said so. */
    default boolean needsPresence() {
        return false;
    }

    /** Goes to the case that it is. */
    <R> R when(Cases<R> cases);

    /** One answer for each command. */
    interface Cases<R> {

        R propose(Propose it);

        R approve(Approve it);

        R receive(Receive it);

        R confirm(Confirm it);

        R decide(Decide it);

        R execute(Execute it);

        R giveBack(Return it);

        R request(Request it);

        R decline(Decline it);

        R proposeAtLimit(ProposeAtLimit it);

        R review(Review it);

        R withdraw(Withdraw it);
    }

    /**
     * The intake worker proposes the first segment.
     *
     * @param report the transfer report, which states the proposal. Rule: R-SEG-5
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Propose(Segment to, List<String> criteria, String report) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.propose(this);
        }
    }

    /** The head signs the intake's proposal as the second person. Rule: R-SEG-5. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Approve(@Nullable TransferCheck check) implements SegmentCommand {

        @Override
        public boolean needsPresence() {
            return true;
        }

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.approve(this);
        }
    }

    /** The receiving team takes the dossier: the stay begins. Rules: R-SEG-4, R-SEG-5. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Receive(WorkerId referent) implements SegmentCommand {

        @Override
        public boolean needsPresence() {
            return true;
        }

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.receive(this);
        }
    }

    /** The receiving worker keeps the proposed segment for good, within three months. Rule: R-SEG-5. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Confirm(@Nullable String remark) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.confirm(this);
        }
    }

    /** The referent decides to change the segment, with a written professional reason. Rule: R-SEG-6. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Decide(Segment to, List<String> criteria, String reason) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.decide(this);
        }
    }

    /** The head executes the referent's decision. Rule: R-SEG-6. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Execute(@Nullable TransferCheck check) implements SegmentCommand {

        @Override
        public boolean needsPresence() {
            return true;
        }

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.execute(this);
        }
    }

    /** The head returns what somebody else proposed, with a written objection. Rule: R-SEG-6. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Return(String objection) implements SegmentCommand {

        @Override
        public boolean needsPresence() {
            return true;
        }

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.giveBack(this);
        }
    }

    /** The admin assistant asks the referent for A or B. Rule: R-SEG-6. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Request(Segment to, String reason) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.request(this);
        }
    }

    /** The referent does not follow a request. Rule: R-SEG-6. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Decline(String reason) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.decline(this);
        }
    }

    /** The referent proposes to keep or to transfer, at the limit of a stay. Rule: R-SEG-7. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record ProposeAtLimit(Segment to, List<String> criteria, String reason) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.proposeAtLimit(this);
        }
    }

    /** The head holds the review of a stay and does what was proposed. Rule: R-SEG-7. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Review(@Nullable StayReview answers, @Nullable TransferCheck check) implements SegmentCommand {

        @Override
        public boolean needsPresence() {
            return true;
        }

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.review(this);
        }
    }

    /** Whoever signed first takes it back while nobody signed after them. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Withdraw(String reason) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.withdraw(this);
        }
    }
}
