package org.tournee.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.mandate.Mandate;
import org.tournee.profile.SegmentSheet.Frequency;
import org.tournee.segment.Segment;

/** What dated figures are of: a segment, a kind of mandate, or the organisation. Rules: R-SEG-0, R-SEG-1, R-MAN. */
public sealed interface NormTarget {

    /** The figures that there are of it, in the order in which one reads them. */
    Set<NormFigure> figures(OrganisationProfile profile);

    /** The days on which it gets other figures, the first ones included. */
    SortedSet<LocalDate> days(OrganisationProfile profile);

    /** The figures in force on a day; empty where there are none. */
    Map<NormFigure, Figure> inForce(OrganisationProfile profile, LocalDate day);

    /**
     * The next version of a profile, with those figures from a day on; a norm of the same day gives way.
     *
     * @throws IllegalStateException where the profile says nothing of it
     */
    OrganisationProfile with(OrganisationProfile profile, LocalDate day, Map<NormFigure, Figure> figures);

    /** Whether the profile has figures of it, or may be given some. */
    default boolean isOf(OrganisationProfile profile) {
        return !days(profile).isEmpty();
    }

    /** Of a segment. */
    record OfSegment(Segment segment) implements NormTarget {

        @Override
        public Set<NormFigure> figures(OrganisationProfile profile) {
            return EnumSet.range(NormFigure.MINIMUM, NormFigure.MOST_SHARE);
        }

        @Override
        public SortedSet<LocalDate> days(OrganisationProfile profile) {
            return beginnings(norms(profile));
        }

        private List<SegmentSheet.Norm> norms(OrganisationProfile profile) {
            return profile.sheet(segment).map(SegmentSheet::norms).orElse(List.of());
        }

        @Override
        public Map<NormFigure, Figure> inForce(OrganisationProfile profile, LocalDate day) {
            SegmentSheet.Norm norm = DatedNorms.latest(norms(profile), day).orElse(null);
            if (norm == null) {
                return Map.of();
            }
            Map<NormFigure, Figure> figures = contacts(norm);
            NormFigure.STAY_LIMIT.put(figures, norm.limit());
            NormFigure.LEAST_SHARE.put(figures, norm.leastShare());
            NormFigure.MOST_SHARE.put(figures, norm.mostShare());
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
        public Set<NormFigure> figures(OrganisationProfile profile) {
            return EnumSet.of(
                    NormFigure.MINIMUM,
                    NormFigure.MAXIMUM,
                    NormFigure.PERIOD,
                    NormFigure.PHYSICAL_SHARE,
                    NormFigure.REVIEW);
        }

        @Override
        public SortedSet<LocalDate> days(OrganisationProfile profile) {
            return beginnings(norms(profile));
        }

        private List<MandateFigures.Norm> norms(OrganisationProfile profile) {
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
            NormFigure.REVIEW.put(figures, norm.reviewEvery());
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

    /** Of a group of figures that hold for the whole organisation. */
    record OfGroup(FigureGroup group) implements NormTarget {

        @Override
        public Set<NormFigure> figures(OrganisationProfile profile) {
            return group.figures(profile);
        }

        @Override
        public SortedSet<LocalDate> days(OrganisationProfile profile) {
            SortedSet<LocalDate> days = new TreeSet<>();
            Map<NormFigure, Figure> before = Map.of();
            for (LocalDate day : profile.changeDays()) {
                Map<NormFigure, Figure> figures = inForce(profile, day);
                if (!figures.equals(before)) {
                    days.add(day);
                }
                before = figures;
            }
            return days;
        }

        @Override
        public Map<NormFigure, Figure> inForce(OrganisationProfile profile, LocalDate day) {
            return group.of(profile.on(day));
        }

        @Override
        public OrganisationProfile with(OrganisationProfile profile, LocalDate day, Map<NormFigure, Figure> figures) {
            return profile.with(group.change(day, figures));
        }

        @Override
        public boolean isOf(OrganisationProfile profile) {
            return group.isOf(profile);
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
        NormFigure.PHYSICAL_SHARE.put(figures, norm.physicalShare());
        return figures;
    }

    private static @Nullable Frequency frequency(Map<NormFigure, Figure> figures) {
        Figure least = figures.get(NormFigure.MINIMUM);
        Figure most = figures.get(NormFigure.MAXIMUM);
        Figure period = figures.get(NormFigure.PERIOD);
        return least == null || most == null || period == null ? null : new Frequency(least, most, period);
    }

    private static SortedSet<LocalDate> beginnings(List<? extends DatedNorms.DatedNorm> norms) {
        return norms.stream().map(DatedNorms.DatedNorm::validFrom).collect(Collectors.toCollection(TreeSet::new));
    }

    private static <N extends DatedNorms.DatedNorm> List<N> replaced(List<N> norms, N norm) {
        List<N> all = new ArrayList<>(norms);
        all.removeIf(other -> other.validFrom().equals(norm.validFrom()));
        all.add(norm);
        return List.copyOf(all);
    }
}
