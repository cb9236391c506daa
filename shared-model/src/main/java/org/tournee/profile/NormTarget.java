package org.tournee.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.mandate.Mandate;
import org.tournee.profile.SegmentSheet.Frequency;
import org.tournee.segment.Segment;

/** What dated figures are of: a segment, or a kind of mandate. Rules: R-SEG-1, R-MAN. */
public sealed interface NormTarget {

    /** The figures that there are of it, in the order in which one reads them. */
    Set<NormFigure> figures();

    /** All its norms, in any order; empty where the profile says nothing of it. */
    List<? extends DatedNorms.DatedNorm> norms(OrganisationProfile profile);

    /** The figures in force on a day; empty where there are none. */
    Map<NormFigure, Figure> inForce(OrganisationProfile profile, LocalDate day);

    /**
     * The next version of a profile, with those figures from a day on; a norm of the same day gives way.
     *
     * @throws IllegalStateException where the profile says nothing of it
     */
    OrganisationProfile with(OrganisationProfile profile, LocalDate day, Map<NormFigure, Figure> figures);

    /** Whether the profile has norms of it. */
    default boolean isOf(OrganisationProfile profile) {
        return !norms(profile).isEmpty();
    }

    /** Of a segment. */
    record OfSegment(Segment segment) implements NormTarget {

        @Override
        public Set<NormFigure> figures() {
            return EnumSet.complementOf(EnumSet.of(NormFigure.REVIEW));
        }

        @Override
        public List<SegmentSheet.Norm> norms(OrganisationProfile profile) {
            return profile.sheet(segment).map(SegmentSheet::norms).orElse(List.of());
        }

        @Override
        public Map<NormFigure, Figure> inForce(OrganisationProfile profile, LocalDate day) {
            SegmentSheet.Norm norm = DatedNorms.latest(norms(profile), day).orElse(null);
            if (norm == null) {
                return Map.of();
            }
            Map<NormFigure, Figure> figures = contacts(norm);
            put(figures, NormFigure.STAY_LIMIT, norm.limit());
            put(figures, NormFigure.LEAST_SHARE, norm.leastShare());
            put(figures, NormFigure.MOST_SHARE, norm.mostShare());
            return figures;
        }

        @Override
        public OrganisationProfile with(OrganisationProfile profile, LocalDate day, Map<NormFigure, Figure> figures) {
            SegmentSheet.Norm norm = new SegmentSheet.Norm(
                    day,
                    frequency(figures),
                    figures.get(NormFigure.PHYSICAL_SHARE),
                    figures.get(NormFigure.STAY_LIMIT),
                    figures.get(NormFigure.LEAST_SHARE),
                    figures.get(NormFigure.MOST_SHARE));
            Segmentation now = Optional.ofNullable(profile.segmentation()).orElseThrow(IllegalStateException::new);
            List<SegmentSheet> sheets = now.sheets().stream()
                    .map(sheet -> sheet.segment() == segment ? sheet.with(replaced(sheet.norms(), norm)) : sheet)
                    .toList();
            return profile.with(now.with(sheets), profile.mandates());
        }
    }

    /** Of a kind of mandate. */
    record OfMandate(Mandate.Kind kind) implements NormTarget {

        @Override
        public Set<NormFigure> figures() {
            return EnumSet.of(
                    NormFigure.MINIMUM,
                    NormFigure.MAXIMUM,
                    NormFigure.PERIOD,
                    NormFigure.PHYSICAL_SHARE,
                    NormFigure.REVIEW);
        }

        @Override
        public List<MandateFigures.Norm> norms(OrganisationProfile profile) {
            return Optional.ofNullable(profile.mandates())
                    .flatMap(mandates -> mandates.sheet(kind))
                    .map(MandateFigures.Sheet::norms)
                    .orElse(List.of());
        }

        @Override
        public Map<NormFigure, Figure> inForce(OrganisationProfile profile, LocalDate day) {
            MandateFigures.Norm norm = DatedNorms.latest(norms(profile), day).orElse(null);
            if (norm == null) {
                return Map.of();
            }
            Map<NormFigure, Figure> figures = contacts(norm);
            put(figures, NormFigure.REVIEW, norm.reviewEvery());
            return figures;
        }

        @Override
        public OrganisationProfile with(OrganisationProfile profile, LocalDate day, Map<NormFigure, Figure> figures) {
            MandateFigures.Norm norm = new MandateFigures.Norm(
                    day, frequency(figures), figures.get(NormFigure.PHYSICAL_SHARE), figures.get(NormFigure.REVIEW));
            MandateFigures now = Optional.ofNullable(profile.mandates()).orElseThrow(IllegalStateException::new);
            List<MandateFigures.Sheet> sheets = now.sheets().stream()
                    .map(sheet -> sheet.kind() == kind
                            ? new MandateFigures.Sheet(kind, replaced(sheet.norms(), norm))
                            : sheet)
                    .toList();
            return profile.with(profile.segmentation(), new MandateFigures(now.dueWindow(), sheets));
        }
    }

    private static Map<NormFigure, Figure> contacts(DatedNorms.DatedNorm norm) {
        Map<NormFigure, Figure> figures = new EnumMap<>(NormFigure.class);
        Frequency frequency = norm.frequency();
        if (frequency != null) {
            figures.put(NormFigure.MINIMUM, frequency.minimum());
            figures.put(NormFigure.MAXIMUM, frequency.maximum());
            figures.put(NormFigure.PERIOD, frequency.period());
        }
        put(figures, NormFigure.PHYSICAL_SHARE, norm.physicalShare());
        return figures;
    }

    private static void put(Map<NormFigure, Figure> figures, NormFigure figure, @Nullable Figure value) {
        if (value != null) {
            figures.put(figure, value);
        }
    }

    private static @Nullable Frequency frequency(Map<NormFigure, Figure> figures) {
        Figure least = figures.get(NormFigure.MINIMUM);
        Figure most = figures.get(NormFigure.MAXIMUM);
        Figure period = figures.get(NormFigure.PERIOD);
        return least == null || most == null || period == null ? null : new Frequency(least, most, period);
    }

    private static <N extends DatedNorms.DatedNorm> List<N> replaced(List<N> norms, N norm) {
        List<N> all = new ArrayList<>(norms);
        all.removeIf(other -> other.validFrom().equals(norm.validFrom()));
        all.add(norm);
        return List.copyOf(all);
    }
}
