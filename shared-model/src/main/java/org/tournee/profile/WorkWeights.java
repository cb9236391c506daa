package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.mandate.Mandate;
import org.tournee.segment.Segment;

/**
 * How much a dossier weighs for whoever answers for it, in points that only compare. Rule: R-ORG. Source: 002 §4.2.
 *
 * @param segments of a dossier in a segment
 * @param withoutSegment of a dossier in none, and in one that {@code segments} does not name
 * @param mandates of each mandate that runs, besides; one that is not named weighs nothing
 * @param firstRequest of each request that nobody decided yet, besides
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record WorkWeights(
        List<OfSegment> segments, Figure withoutSegment, List<OfMandate> mandates, Figure firstRequest)
        implements FigureSet {

    public WorkWeights {
        segments = List.copyOf(segments);
        withoutSegment.expect(Figure.Unit.POINTS);
        mandates = List.copyOf(mandates);
        firstRequest.expect(Figure.Unit.POINTS);
    }

    /** In points; null for a dossier in no segment. */
    public int of(@Nullable Segment segment) {
        return segments.stream()
                .filter(weight -> weight.segment() == segment)
                .findFirst()
                .map(OfSegment::weight)
                .orElse(withoutSegment)
                .value();
    }

    /** In points. */
    public int of(Mandate.Kind kind) {
        return mandates.stream()
                .filter(weight -> weight.kind() == kind)
                .mapToInt(weight -> weight.weight().value())
                .sum();
    }

    static WorkWeights of(Map<NormFigure, Figure> figures) {
        List<OfSegment> ofSegments = new ArrayList<>();
        for (Segment segment : Segment.values()) {
            Figure weight = figures.get(NormFigure.weightOf(segment));
            if (weight != null) {
                ofSegments.add(new OfSegment(segment, weight));
            }
        }
        List<OfMandate> ofMandates = new ArrayList<>();
        for (Mandate.Kind kind : Mandate.Kind.values()) {
            Figure weight = figures.get(NormFigure.weightOf(kind));
            if (weight != null) {
                ofMandates.add(new OfMandate(kind, weight));
            }
        }
        return new WorkWeights(
                ofSegments,
                NormFigure.WEIGHT_WITHOUT_SEGMENT.in(figures),
                ofMandates,
                NormFigure.WEIGHT_FIRST_REQUEST.in(figures));
    }

    @Override
    public void into(Map<NormFigure, Figure> figures) {
        segments.forEach(one -> NormFigure.weightOf(one.segment()).put(figures, one.weight()));
        NormFigure.WEIGHT_WITHOUT_SEGMENT.put(figures, withoutSegment);
        mandates.forEach(one -> NormFigure.weightOf(one.kind()).put(figures, one.weight()));
        NormFigure.WEIGHT_FIRST_REQUEST.put(figures, firstRequest);
    }

    /** The weight of a dossier in a segment. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record OfSegment(Segment segment, Figure weight) {

        public OfSegment {
            Objects.requireNonNull(segment, "segment");
            weight.expect(Figure.Unit.POINTS);
        }
    }

    /** What a mandate adds. */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record OfMandate(Mandate.Kind kind, Figure weight) {

        public OfMandate {
            Objects.requireNonNull(kind, "kind");
            weight.expect(Figure.Unit.POINTS);
        }
    }
}
