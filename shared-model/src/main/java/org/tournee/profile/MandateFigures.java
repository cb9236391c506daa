package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.mandate.Mandate;

/**
 * What mandates ask for: in a profile without segments, norms and reviews hang on them. Rules: R-MAN, R-SEG-0.
 *
 * @param dueWindow in days: for how long before its due date a contact is shown as due
 * @param sheets one for each kind that asks for something; a kind that is not named asks for nothing
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record MandateFigures(Figure dueWindow, List<Sheet> sheets) {

    public MandateFigures {
        dueWindow.expect(Figure.Unit.DAYS);
        sheets = List.copyOf(sheets);
    }

    /** What holds for all kinds, before it changed. */
    MandateDuties duties() {
        return new MandateDuties(dueWindow);
    }

    /** What is said of a kind; empty where nothing is. */
    public Optional<Sheet> sheet(Mandate.Kind kind) {
        return sheets.stream().filter(sheet -> sheet.kind() == kind).findFirst();
    }

    /** What a profile says of one kind of mandate, one norm for each day on which something changed. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Sheet(Mandate.Kind kind, List<Norm> norms) implements DatedNorms {

        public Sheet {
            Objects.requireNonNull(kind, "kind");
            norms = List.copyOf(norms);
        }

        /** The norm in force on that day: the latest that had begun. */
        public Optional<Norm> normOn(LocalDate day) {
            return DatedNorms.latest(norms, day);
        }
    }

    /**
     * The figures of a kind from a day on; null where there is none.
     *
     * @param validFrom the first day on which they hold
     * @param frequency null where no number of contacts is asked for
     * @param physicalShare the least share of physical contacts, in percent
     * @param reviewEvery how long after its start, or its last review, a mandate is looked at again, in months, at least 1
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Norm(
            LocalDate validFrom,
            SegmentSheet.@Nullable Frequency frequency,
            @Nullable Figure physicalShare,
            @Nullable Figure reviewEvery)
            implements DatedNorms.DatedNorm {

        public Norm {
            Objects.requireNonNull(validFrom, "validFrom");
            Figure.expectIfGiven(physicalShare, Figure.Unit.PERCENT);
            Figure.expectIfGiven(reviewEvery, Figure.Unit.MONTHS);
            if (reviewEvery != null && reviewEvery.value() < 1) {
                throw new IllegalArgumentException("A review without a pause");
            }
        }
    }
}
