package org.tournee.workflow;

import static org.tournee.workflow.RefusedException.unless;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentSheet;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordRules;
import org.tournee.workflow.Carried.Refusal;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.State;

/** What a step asks of the dossier, of whoever signs, and of what is written. Rules: R-SEG-1, R-SEG-5 to R-SEG-7. */
final class SegmentChecks {

    private final DossierCourse course;
    private final Signer signer;
    private final OrganisationProfile profile;

    SegmentChecks(DossierCourse course, Signer signer, OrganisationProfile profile) {
        this.course = course;
        this.signer = signer;
        this.profile = profile;
    }

    void nothingElseIsOpen() {
        unless(course.open() == null, Refusal.ANOTHER_OPEN);
    }

    /** The decision that waits for this signature. */
    SegmentChange open(Origin origin, State state) {
        unless(course.isOpen(origin, state), Refusal.NOTHING_OPEN);
        return Objects.requireNonNull(course.open()).value();
    }

    /** The decision of whatever origin that waits for the second signature; a request waits for no head. */
    SegmentChange proposed() {
        SegmentChange waiting = course.open() == null ? null : course.open().value();
        unless(waiting != null && waiting.course().state() == State.PROPOSED, Refusal.NOTHING_OPEN);
        return Objects.requireNonNull(waiting);
    }

    void intakeWorkerSigns() {
        unless(signer.isIntakeWorker(), Refusal.NOT_AN_INTAKE_WORKER);
    }

    void referentSigns() {
        unless(signer.actsAsReferent(), Refusal.NOT_THE_REFERENT);
    }

    void adminAssistantSigns() {
        unless(signer.isAdminAssistant(), Refusal.NOT_AN_ADMIN_ASSISTANT);
    }

    /** In intake the intake worker decides, on the way to INTAKE_2; in A, B and C the referent does. */
    void deciderSigns() {
        unless(course.stay() != null, Refusal.NOT_IN_ADVICE);
        if (course.isInAdvice()) {
            referentSigns();
        } else {
            intakeWorkerSigns();
        }
    }

    /** Nobody executes their own decision. Rule: R-SEG-6. */
    void headSignsAfter(SegmentChange change) {
        unless(signer.isHead(), Refusal.NOT_THE_HEAD);
        unless(
                change.course().signatures().stream()
                        .noneMatch(signed -> signed.by().equals(signer.worker())),
                Refusal.SECOND_PERSON);
    }

    /** The running segment, one of A, B and C. */
    Segment advice() {
        Segment segment = course.segment();
        unless(segment != null && segment.isAdvice(), Refusal.NOT_IN_ADVICE);
        return Objects.requireNonNull(segment);
    }

    boolean leadsTo(Segment to) {
        Segment from = course.segment();
        return course.isInAdvice() ? to.isAdvice() && to != from : from == Segment.INTAKE_1 && to == Segment.INTAKE_2;
    }

    /** From the first notice of its review on. Rule: R-SEG-7. */
    void stayNearsItsLimit() {
        Optional<LocalDate> limit = course.limit(profile);
        int ahead = profile.on(signer.on()).reviews().firstNotice().value();
        unless(limit.isPresent() && !signer.on().isBefore(limit.get().minusDays(ahead)), Refusal.NOT_AT_THE_LIMIT);
    }

    /** Criteria are those of the sheet; where the profile lists none for a segment, none are asked for. */
    void criteria(Segment to, List<String> ticked) {
        SegmentSheet sheet = profile.sheet(to).orElse(null);
        unless(sheet != null, Refusal.NOT_FROM_HERE);
        List<String> known = Objects.requireNonNull(sheet).criteria();
        unless(known.containsAll(ticked) && (known.isEmpty() || !ticked.isEmpty()), Refusal.CRITERIA);
        unless(ticked.size() <= RecordRules.MOST_VALUES, Refusal.TOO_LONG);
    }

    void transferIsChecked(@Nullable TransferCheck check) {
        unless(check != null && check.isComplete(), Refusal.CHECK_INCOMPLETE);
        notTooLong(Objects.requireNonNull(check).remark());
    }

    void reviewIsHeld(@Nullable StayReview answers) {
        unless(answers != null && answers.isComplete(), Refusal.REVIEW_INCOMPLETE);
        Objects.requireNonNull(answers).remarks().forEach(this::notTooLong);
    }

    void reason(@Nullable String reason) {
        unless(StayReview.isWritten(reason), Refusal.REASON_MISSING);
        notTooLong(reason);
    }

    void notTooLong(@Nullable String text) {
        unless(text == null || text.length() <= SegmentWorkflow.LONGEST_REASON, Refusal.TOO_LONG);
    }
}
