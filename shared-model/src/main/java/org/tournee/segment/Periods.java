package org.tournee.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.mandate.Mandate;
import org.tournee.profile.DatedNorms;
import org.tournee.profile.SegmentSheet;
import org.tournee.profile.Segmentation.PeriodAnchor;

/** Cuts a stay, or the term of a mandate, into its periods. Rules: R-SEG-4, R-MAN. */
final class Periods {

    private static final int MONTHS_A_YEAR = 12;

    private final LocalDate from;
    private final @Nullable LocalDate until;
    private final DatedNorms norms;
    private final @Nullable Segment segment;
    private final PeriodAnchor anchor;
    private final ExemptDays exempt;

    Periods(Stay.Span span, SegmentSheet sheet, PeriodAnchor anchor, ExemptDays exempt) {
        this(span.enteredOn(), span.leftOn(), sheet, sheet.segment(), anchor, exempt);
    }

    /** Those of a mandate, which belongs to no segment. */
    Periods(Mandate.Term term, DatedNorms norms, ExemptDays exempt) {
        this(term.start(), term.end(), norms, null, PeriodAnchor.STAY, exempt);
    }

    private Periods(
            LocalDate from,
            @Nullable LocalDate until,
            DatedNorms norms,
            @Nullable Segment segment,
            PeriodAnchor anchor,
            ExemptDays exempt) {
        this.from = from;
        this.until = until;
        this.norms = norms;
        this.segment = segment;
        this.anchor = anchor;
        this.exempt = exempt;
    }

    /** The periods with a norm that begin by {@code last}, in their order. */
    List<NormedPeriod> until(LocalDate last) {
        List<NormedPeriod> periods = new ArrayList<>();
        LocalDate start = from;
        int months = 0;
        while (!start.isAfter(last) && runs(start)) {
            ContactNorm norm = ContactNorm.on(start, norms, segment).orElse(null);
            int length = norm == null ? lengthWithoutNorm(start) : norm.periodMonths();
            if (length == 0) {
                return periods;
            }
            months += length;
            LocalDate fullStart = anchor == PeriodAnchor.STAY ? start : blockStart(start, length);
            // From the original date each time: a stay from 31 August has its third period begin on a 31st again.
            LocalDate fullEnd = anchor == PeriodAnchor.STAY ? from.plusMonths(months) : fullStart.plusMonths(length);
            if (norm != null) {
                periods.add(normed(norm, new Period(start, earlier(fullEnd, until)), fullStart, fullEnd));
            }
            start = fullEnd;
        }
        return periods;
    }

    /** The period with a norm that holds that day. */
    Optional<NormedPeriod> on(LocalDate day) {
        List<NormedPeriod> periods = until(day);
        if (periods.isEmpty()) {
            return Optional.empty();
        }
        NormedPeriod last = periods.get(periods.size() - 1);
        return last.period().contains(day) ? Optional.of(last) : Optional.empty();
    }

    private NormedPeriod normed(ContactNorm norm, Period period, LocalDate fullStart, LocalDate fullEnd) {
        return NormedPeriod.of(norm, period, new Period(fullStart, fullEnd).days(), exempt.within(period));
    }

    private boolean runs(LocalDate day) {
        return until == null || day.isBefore(until);
    }

    /** Before its first norm a segment keeps the periods of that norm; 0 where it never asks for a number. */
    private int lengthWithoutNorm(LocalDate start) {
        for (DatedNorms.DatedNorm norm : norms.norms()) {
            SegmentSheet.Frequency frequency = norm.frequency();
            if (frequency != null && norm.validFrom().isAfter(start)) {
                return frequency.period().value();
            }
        }
        return 0;
    }

    private static LocalDate blockStart(LocalDate day, int months) {
        long count = day.getYear() * (long) MONTHS_A_YEAR + day.getMonthValue() - 1;
        long first = count - Math.floorMod(count, months);
        return LocalDate.of((int) (first / MONTHS_A_YEAR), (int) (first % MONTHS_A_YEAR) + 1, 1);
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
