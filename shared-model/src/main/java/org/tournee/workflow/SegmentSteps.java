package org.tournee.workflow;

import static org.tournee.workflow.RefusedException.unless;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.workflow.Carried.Done;
import org.tournee.workflow.Carried.Effect;
import org.tournee.workflow.Carried.Refusal;
import org.tournee.workflow.SegmentChange.Course;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.Signature;
import org.tournee.workflow.SegmentChange.State;
import org.tournee.workflow.SegmentChange.Step;
import org.tournee.workflow.SegmentChange.Subject;

/** What each command does where its checks hold. Rules: R-SEG-5, R-SEG-6, R-SEG-7. */
final class SegmentSteps implements SegmentCommand.Cases<Done> {

    private final DossierCourse course;
    private final Signer signer;
    private final SegmentChecks check;

    SegmentSteps(DossierCourse course, Signer signer, OrganisationProfile profile) {
        this.course = course;
        this.signer = signer;
        this.check = new SegmentChecks(course, signer, profile);
    }

    @Override
    public Done propose(SegmentCommand.Propose it) {
        check.intakeWorkerSigns();
        check.nothingElseIsOpen();
        unless(!course.isInAdvice(), Refusal.NOT_IN_INTAKE);
        unless(it.to().isAdvice(), Refusal.NOT_FROM_HERE);
        check.criteria(it.to(), it.criteria());
        return opened(Origin.FIRST_ALLOCATION, it.to(), it.criteria(), it.report(), Step.PROPOSED);
    }

    @Override
    public Done approve(SegmentCommand.Approve it) {
        SegmentChange proposed = check.open(Origin.FIRST_ALLOCATION, State.PROPOSED);
        check.headSignsAfter(proposed);
        check.transferIsChecked(it.check());
        return done(
                proposed.signed(State.APPROVED, signature(Step.APPROVED, null)).checked(it.check()));
    }

    @Override
    public Done receive(SegmentCommand.Receive it) {
        SegmentChange approved = check.open(Origin.FIRST_ALLOCATION, State.APPROVED);
        boolean takesIt = signer.isReceivingWorker() && it.referent().equals(signer.worker());
        unless(signer.isHead() || takesIt, Refusal.NOT_OF_THE_RECEIVING_TEAM);
        return done(
                approved.signed(State.DONE, signature(Step.RECEIVED, null)),
                new Effect.NewStay(stay(approved.subject().to(), null)),
                new Effect.NewReferent(it.referent()));
    }

    @Override
    public Done confirm(SegmentCommand.Confirm it) {
        check.referentSigns();
        check.nothingElseIsOpen();
        Segment kept = check.advice();
        unless(course.awaitsAllocation(), Refusal.ALREADY_ALLOCATED);
        check.notTooLong(it.remark());
        SegmentChange confirmed = new SegmentChange(
                new Subject(Origin.CONFIRMATION, kept, kept, List.of(), ""),
                new Course(State.DONE, List.of(signature(Step.CONFIRMED, it.remark()))),
                null,
                null);
        return done(confirmed, new Effect.Allocated(allocation(signer.worker())));
    }

    /** A request that is open is followed by it. */
    @Override
    public Done decide(SegmentCommand.Decide it) {
        check.deciderSigns();
        boolean asked = course.isOpen(Origin.REQUEST, State.PROPOSED);
        if (!asked) {
            check.nothingElseIsOpen();
        }
        unless(check.leadsTo(it.to()), Refusal.NOT_FROM_HERE);
        check.criteria(it.to(), it.criteria());
        SegmentChange decided = opened(Origin.REFERENT, it.to(), it.criteria(), it.reason(), Step.PROPOSED)
                .change();
        SegmentChange followed = asked ? check.proposed().signed(State.DONE, signature(Step.FOLLOWED, null)) : null;
        return new Done(decided, followed, List.of());
    }

    @Override
    public Done execute(SegmentCommand.Execute it) {
        SegmentChange decided = check.open(Origin.REFERENT, State.PROPOSED);
        check.headSignsAfter(decided);
        check.transferIsChecked(it.check());
        return done(
                decided.signed(State.DONE, signature(Step.EXECUTED, null)).checked(it.check()),
                new Effect.NewStay(decidedStay(decided)));
    }

    @Override
    public Done giveBack(SegmentCommand.Return it) {
        SegmentChange waiting = check.proposed();
        unless(waiting.subject().origin() != Origin.REQUEST, Refusal.NOTHING_OPEN);
        check.headSignsAfter(waiting);
        check.reason(it.objection());
        return done(waiting.signed(State.RETURNED, signature(Step.RETURNED, it.objection())));
    }

    @Override
    public Done request(SegmentCommand.Request it) {
        check.adminAssistantSigns();
        check.nothingElseIsOpen();
        boolean intensifies = it.to() == Segment.A || it.to() == Segment.B;
        unless(course.segment() == Segment.C && intensifies, Refusal.ONLY_FROM_C);
        return opened(Origin.REQUEST, it.to(), List.of(), it.reason(), Step.REQUESTED);
    }

    @Override
    public Done decline(SegmentCommand.Decline it) {
        SegmentChange asked = check.open(Origin.REQUEST, State.PROPOSED);
        check.referentSigns();
        check.reason(it.reason());
        return done(asked.signed(State.DECLINED, signature(Step.DECLINED, it.reason())));
    }

    @Override
    public Done proposeAtLimit(SegmentCommand.ProposeAtLimit it) {
        check.referentSigns();
        check.nothingElseIsOpen();
        Segment now = check.advice();
        check.stayNearsItsLimit();
        unless(it.to() == now || check.leadsTo(it.to()), Refusal.NOT_FROM_HERE);
        check.criteria(it.to(), it.criteria());
        return opened(Origin.LIMIT, it.to(), it.criteria(), it.reason(), Step.PROPOSED);
    }

    @Override
    public Done review(SegmentCommand.Review it) {
        SegmentChange proposed = check.open(Origin.LIMIT, State.PROPOSED);
        check.headSignsAfter(proposed);
        StayReview answers = it.answers();
        check.reviewIsHeld(answers);
        if (!proposed.subject().isKept()) {
            check.transferIsChecked(it.check());
        }
        return done(
                proposed.signed(State.DONE, signature(Step.REVIEWED, null))
                        .reviewed(Objects.requireNonNull(answers))
                        .checked(it.check()),
                new Effect.NewStay(decidedStay(proposed)));
    }

    @Override
    public Done withdraw(SegmentCommand.Withdraw it) {
        SegmentChange waiting = check.proposed();
        unless(waiting.author().equals(signer.worker()), Refusal.NOT_ITS_AUTHOR);
        check.reason(it.reason());
        return done(waiting.signed(State.WITHDRAWN, signature(Step.WITHDRAWN, it.reason())));
    }

    private Done opened(Origin origin, Segment to, List<String> criteria, String reason, Step step) {
        check.reason(reason);
        return done(new SegmentChange(
                new Subject(origin, course.segment(), to, criteria, reason),
                new Course(State.PROPOSED, List.of(signature(step, null))),
                null,
                null));
    }

    private static Done done(SegmentChange change, Effect... effects) {
        return new Done(change, null, List.of(effects));
    }

    /** The decision is the referent's, the day that of the execution: it belongs to the new stay. Rule: R-SEG-4. */
    private Stay decidedStay(SegmentChange change) {
        Segment to = change.subject().to();
        return stay(to, to.isAdvice() ? allocation(change.author()) : null);
    }

    private Stay stay(Segment segment, Stay.@Nullable Allocation allocation) {
        return new Stay(new Stay.Span(segment, signer.on(), null), allocation);
    }

    private Stay.Allocation allocation(WorkerId decider) {
        return new Stay.Allocation(signer.on(), decider);
    }

    private Signature signature(Step step, @Nullable String text) {
        return new Signature(step, signer.worker(), signer.on(), text);
    }
}
