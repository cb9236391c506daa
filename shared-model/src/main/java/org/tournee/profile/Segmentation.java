package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tournee.segment.Segment;

/**
 * The segments of a profile and how their pace is kept. Rules: R-SEG-0, R-SEG-1, R-SEG-4.
 *
 * @param periods where periods begin
 * @param dueWindow in days: for how long before its due date a contact is shown as due
 * @param definitiveAllocation in months from the reception. Rule: R-SEG-5
 * @param portfolioSilentBelow in dossiers: smaller portfolios raise no flag. Rule: R-SEG-8
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Segmentation(
        PeriodAnchor periods,
        Figure dueWindow,
        Figure definitiveAllocation,
        Figure portfolioSilentBelow,
        List<SegmentSheet> sheets) {

    public Segmentation {
        Objects.requireNonNull(periods, "periods");
        dueWindow.expect(Figure.Unit.DAYS);
        definitiveAllocation.expect(Figure.Unit.MONTHS);
        portfolioSilentBelow.expect(Figure.Unit.DOSSIERS);
        sheets = List.copyOf(sheets);
    }

    /** The same with other sheets. */
    Segmentation with(List<SegmentSheet> others) {
        return new Segmentation(periods, dueWindow, definitiveAllocation, portfolioSilentBelow, others);
    }

    /** Those figures that hold for all segments, before any of them changed. */
    SegmentDuties duties() {
        return new SegmentDuties(dueWindow, definitiveAllocation, portfolioSilentBelow);
    }

    public Optional<SegmentSheet> sheet(Segment segment) {
        for (SegmentSheet sheet : sheets) {
            if (sheet.segment() == segment) {
                return Optional.of(sheet);
            }
        }
        return Optional.empty();
    }

    /** Where periods begin. Rule: R-SEG-4. */
    public enum PeriodAnchor {
        /** On the first day of the stay. */
        STAY,
        /** On the first day of a calendar semester or year: the first and the last period may be partial. */
        CALENDAR
    }
}
