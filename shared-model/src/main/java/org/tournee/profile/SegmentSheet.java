package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.segment.Segment;

/**
 * What a profile says of one segment. Rule: R-SEG-1. Source: 001 §6.
 *
 * @param name as people read it
 * @param need what it is for, in a few words
 * @param criteria a proposal ticks those that apply; not all must
 * @param norms one for each day on which something changed
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record SegmentSheet(
        Segment segment, String name, String need, List<String> criteria, List<String> objectives, List<Norm> norms)
        implements DatedNorms {

    public SegmentSheet {
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(need, "need");
        criteria = List.copyOf(criteria);
        objectives = List.copyOf(objectives);
        norms = List.copyOf(norms);
    }

    /** The same with other norms. */
    SegmentSheet with(List<Norm> others) {
        return new SegmentSheet(segment, name, need, criteria, objectives, others);
    }

    /** The norm in force on that day: the latest that had begun. */
    public Optional<Norm> normOn(LocalDate day) {
        return DatedNorms.latest(norms, day);
    }

    /**
     * The figures of a segment from a day on; null where there is none.
     *
     * @param validFrom the first day on which they hold
     * @param frequency null where no number of contacts is asked for
     * @param physicalShare the least share of physical contacts, in percent
     * @param limit how long a dossier stays, in months
     * @param leastShare of a referent's A, B and C dossiers, in percent
     * @param mostShare of a referent's A, B and C dossiers, in percent
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Norm(
            LocalDate validFrom,
            @Nullable Frequency frequency,
            @Nullable Figure physicalShare,
            @Nullable Figure limit,
            @Nullable Figure leastShare,
            @Nullable Figure mostShare)
            implements DatedNorm {

        public Norm {
            Objects.requireNonNull(validFrom, "validFrom");
            Figure.expectIfGiven(physicalShare, Figure.Unit.PERCENT);
            Figure.expectIfGiven(limit, Figure.Unit.MONTHS);
            Figure.expectIfGiven(leastShare, Figure.Unit.PERCENT);
            Figure.expectIfGiven(mostShare, Figure.Unit.PERCENT);
        }
    }

    /**
     * How often.
     *
     * @param minimum contacts in a period
     * @param maximum contacts in a period, not below the minimum
     * @param period its length in months, at least 1
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Frequency(Figure minimum, Figure maximum, Figure period) {

        public Frequency {
            minimum.expect(Figure.Unit.CONTACTS);
            maximum.expect(Figure.Unit.CONTACTS);
            period.expect(Figure.Unit.MONTHS);
            if (maximum.value() < minimum.value() || period.value() < 1) {
                throw new IllegalArgumentException("Not a frequency");
            }
        }
    }
}
