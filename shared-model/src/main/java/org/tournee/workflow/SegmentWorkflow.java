package org.tournee.workflow;

import org.tournee.profile.OrganisationProfile;
import org.tournee.workflow.Carried.Refusal;

/**
 * The state machine of a dossier's segment: one command against where the dossier stands. Pure, so that a phone can say
 * beforehand what the server would. Rules: R-SEG-5, R-SEG-6, R-SEG-7. Source: 001 §5, §7.
 */
public final class SegmentWorkflow {

    /** The most characters of a reason, a report, an objection. */
    public static final int LONGEST_REASON = 10_000;

    private SegmentWorkflow() {}

    /**
     * Carries a command out.
     *
     * @param expected where the signer saw the dossier
     */
    public static Carried carry(
            SegmentCommand command,
            Expectation expected,
            DossierCourse course,
            Signer signer,
            OrganisationProfile profile) {
        if (!expected.equals(course.asSeen())) {
            return new Carried.Stale();
        }
        if (profile.segmentation() == null) {
            return new Carried.Refused(Refusal.NO_SEGMENTS);
        }
        try {
            return command.when(new SegmentSteps(course, signer, profile));
        } catch (RefusedException e) {
            return new Carried.Refused(e.reason());
        }
    }
}
