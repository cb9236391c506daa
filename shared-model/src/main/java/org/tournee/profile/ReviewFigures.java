package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When reviews are due and told. Rule: R-SEG-7.
 *
 * @param revisionEvery in months; null where no yearly revision is asked for. Source: 003 th. 2
 * @param firstNotice in days ahead, the longest
 * @param secondNotice in days ahead
 * @param lastNotice in days ahead, the shortest
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ReviewFigures(@Nullable Figure revisionEvery, Figure firstNotice, Figure secondNotice, Figure lastNotice)
        implements FigureSet {

    public ReviewFigures {
        Figure.expectIfGiven(revisionEvery, Figure.Unit.MONTHS);
        firstNotice.expect(Figure.Unit.DAYS);
        secondNotice.expect(Figure.Unit.DAYS);
        lastNotice.expect(Figure.Unit.DAYS);
        if (firstNotice.value() < secondNotice.value() || secondNotice.value() < lastNotice.value()) {
            throw new IllegalArgumentException("Notices go from the longest to the shortest");
        }
    }

    static ReviewFigures of(Map<NormFigure, Figure> figures) {
        return new ReviewFigures(
                figures.get(NormFigure.REVISION),
                NormFigure.FIRST_NOTICE.in(figures),
                NormFigure.SECOND_NOTICE.in(figures),
                NormFigure.LAST_NOTICE.in(figures));
    }

    @Override
    public void into(Map<NormFigure, Figure> figures) {
        NormFigure.REVISION.put(figures, revisionEvery);
        NormFigure.FIRST_NOTICE.put(figures, firstNotice);
        NormFigure.SECOND_NOTICE.put(figures, secondNotice);
        NormFigure.LAST_NOTICE.put(figures, lastNotice);
    }
}
