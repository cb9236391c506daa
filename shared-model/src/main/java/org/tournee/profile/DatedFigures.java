package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Groups of figures that become other ones on a day; a group that is null stays as it was. An app from before a group reads
 * the others. Rule: R-SEG-0.
 *
 * @param validFrom the first day on which they hold
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record DatedFigures(
        LocalDate validFrom,
        @Nullable ReviewFigures reviews,
        @Nullable LoadFigures load,
        @Nullable ReminderFigures reminders,
        @Nullable RequestFigures requests,
        @Nullable DeliveryFigures delivery,
        @Nullable WorkWeights weights,
        @Nullable SegmentDuties segmentDuties,
        @Nullable MandateDuties mandateDuties) {

    public DatedFigures {
        Objects.requireNonNull(validFrom, "validFrom");
    }

    /** These, and of the groups that they leave as they were, those of the other ones. */
    DatedFigures over(DatedFigures other) {
        return new DatedFigures(
                validFrom,
                reviews == null ? other.reviews : reviews,
                load == null ? other.load : load,
                reminders == null ? other.reminders : reminders,
                requests == null ? other.requests : requests,
                delivery == null ? other.delivery : delivery,
                weights == null ? other.weights : weights,
                segmentDuties == null ? other.segmentDuties : segmentDuties,
                mandateDuties == null ? other.mandateDuties : mandateDuties);
    }

    DatedFigures withoutHours() {
        return new DatedFigures(
                validFrom, reviews, load, reminders, requests, null, weights, segmentDuties, mandateDuties);
    }
}
