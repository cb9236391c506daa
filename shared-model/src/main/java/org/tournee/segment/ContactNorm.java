package org.tournee.segment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.DatedNorms;
import org.tournee.profile.SegmentSheet;

/**
 * How many contacts a segment, or a mandate, asks for in a period: a guide value, never a reason to refuse. Rule: R-SEG-1.
 *
 * @param segment null for the norm of a mandate. Rule: R-MAN
 * @param minimum contacts in a full period
 * @param maximum contacts in a full period, not below the minimum
 * @param periodMonths at least 1
 * @param physicalSharePercent the least share of physical contacts, 0 to 100
 */
public record ContactNorm(
        @Nullable Segment segment, int minimum, int maximum, int periodMonths, int physicalSharePercent) {

    /** The norm in force on that day; empty where the segment asks for no number of contacts. */
    public static Optional<ContactNorm> on(LocalDate day, SegmentSheet sheet) {
        return on(day, sheet, sheet.segment());
    }

    static Optional<ContactNorm> on(LocalDate day, DatedNorms norms, @Nullable Segment segment) {
        DatedNorms.DatedNorm norm = norms.inForce(day).orElse(null);
        if (norm == null || norm.frequency() == null) {
            return Optional.empty();
        }
        SegmentSheet.Frequency frequency = norm.frequency();
        return Optional.of(new ContactNorm(
                segment,
                frequency.minimum().value(),
                frequency.maximum().value(),
                frequency.period().value(),
                norm.physicalShare() == null ? 0 : norm.physicalShare().value()));
    }
}
