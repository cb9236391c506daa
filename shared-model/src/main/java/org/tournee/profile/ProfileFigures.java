package org.tournee.profile;

import org.jspecify.annotations.Nullable;

/**
 * Every figure of a profile that is no norm of one segment or one kind of mandate, as in force on a day. Rule: R-SEG-0.
 *
 * @param requests null where no law sets a deadline. Rule: R-REQ
 * @param delivery null where what is due is told when it is known. Rule: R-REM
 * @param weights null where every dossier counts one. Rule: R-ORG
 * @param segmentDuties null in a profile without segments
 * @param mandateDuties null where mandates ask for nothing of their own. Rule: R-MAN
 */
public record ProfileFigures(
        ReviewFigures reviews,
        LoadFigures load,
        ReminderFigures reminders,
        @Nullable RequestFigures requests,
        @Nullable DeliveryFigures delivery,
        @Nullable WorkWeights weights,
        @Nullable SegmentDuties segmentDuties,
        @Nullable MandateDuties mandateDuties) {

    /** As they are once those are in force. */
    ProfileFigures changedBy(DatedFigures change) {
        return new ProfileFigures(
                change.reviews() == null ? reviews : change.reviews(),
                change.load() == null ? load : change.load(),
                change.reminders() == null ? reminders : change.reminders(),
                change.requests() == null ? requests : change.requests(),
                change.delivery() == null ? delivery : change.delivery(),
                change.weights() == null ? weights : change.weights(),
                change.segmentDuties() == null ? segmentDuties : change.segmentDuties(),
                change.mandateDuties() == null ? mandateDuties : change.mandateDuties());
    }
}
