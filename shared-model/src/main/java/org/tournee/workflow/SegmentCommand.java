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
@Json(naming = Json.Naming.LowerUnderscore, typeProperty = PreparedStep.STEP)
@Json.SubType(type = SegmentCommand.Propose.class, name = "propose")
@Json.SubType(type = SegmentCommand.Approve.class, name = "approve")
@Json.SubType(type = SegmentCommand.Receive.class, name = "receive")
@Json.SubType(type = SegmentCommand.Confirm.class, name = "confirm")
@Json.SubType(type = SegmentCommand.Decide.class, name = "decide")
@Json.SubType(type = SegmentCommand.Execute.class, name = "execute")
@Json.SubType(type = SegmentCommand.Return.class, name = "return")
@Json.SubType(type = SegmentCommand.Request.class, name = "request")
@Json.SubType(type = SegmentCommand.Decline.class, name = "decline")
@Json.SubType(type = SegmentCommand.ProposeAtLimit.class, name = "propose_at_limit")
@Json.SubType(type = SegmentCommand.Review.class, name = "review")
@Json.SubType(type = SegmentCommand.Withdraw.class, name = "withdraw")
public sealed interface SegmentCommand {

    /** Whether it is an approval: online, freshly authenticated, never shown as done before the server said so. */
    default boolean needsPresence() {
        return false;
    }

    /**
     * Whether a phone may prepare it with no network: it opens a decision, or closes one that nobody else has to sign. What
     * ends in a stay, an allocation or a second signature is signed online. Rules: R-SEG-5, R-SEG-6.
     */
    default boolean mayBePrepared() {
        return opens() || this instanceof Decline || this instanceof Withdraw;
    }

    /** Whether it opens a decision, of which it is the first signature. */
    default boolean opens() {
        return this instanceof Propose
                || this instanceof Decide
                || this instanceof Request
                || this instanceof ProposeAtLimit;
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
    record Propose(Segment to, List<String> criteria, String report) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.propose(this);
        }
    }

    /** The head signs the intake's proposal as the second person. Rule: R-SEG-5. */
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
    record Confirm(@Nullable String remark) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.confirm(this);
        }
    }

    /** The referent decides to change the segment, with a written professional reason. Rule: R-SEG-6. */
    record Decide(Segment to, List<String> criteria, String reason) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.decide(this);
        }
    }

    /** The head executes the referent's decision. Rule: R-SEG-6. */
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
    record Request(Segment to, String reason) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.request(this);
        }
    }

    /** The referent does not follow a request. Rule: R-SEG-6. */
    record Decline(String reason) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.decline(this);
        }
    }

    /** The referent proposes to keep or to transfer, at the limit of a stay. Rule: R-SEG-7. */
    record ProposeAtLimit(Segment to, List<String> criteria, String reason) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.proposeAtLimit(this);
        }
    }

    /** The head holds the review of a stay and does what was proposed. Rule: R-SEG-7. */
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
    record Withdraw(String reason) implements SegmentCommand {

        @Override
        public <R> R when(Cases<R> cases) {
            return cases.withdraw(this);
        }
    }
}
