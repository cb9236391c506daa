package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.Map;

/**
 * How many dossiers a post carries. Rule: R-SEG-8. Source: 000 §2.3.4, §2.4.6.
 *
 * @param leastReferent dossiers of a full-time referent
 * @param mostReferent dossiers of a full-time referent
 * @param mostSpecialised dossiers of a full-time specialised post (intake, case management)
 * @param mostSubordinates persons who report directly to one head
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record LoadFigures(Figure leastReferent, Figure mostReferent, Figure mostSpecialised, Figure mostSubordinates)
        implements FigureSet {

    public LoadFigures {
        leastReferent.expect(Figure.Unit.DOSSIERS);
        mostReferent.expect(Figure.Unit.DOSSIERS);
        mostSpecialised.expect(Figure.Unit.DOSSIERS);
        mostSubordinates.expect(Figure.Unit.PERSONS);
    }

    static LoadFigures of(Map<NormFigure, Figure> figures) {
        return new LoadFigures(
                NormFigure.LEAST_REFERENT.in(figures),
                NormFigure.MOST_REFERENT.in(figures),
                NormFigure.MOST_SPECIALISED.in(figures),
                NormFigure.MOST_SUBORDINATES.in(figures));
    }

    @Override
    public void into(Map<NormFigure, Figure> figures) {
        NormFigure.LEAST_REFERENT.put(figures, leastReferent);
        NormFigure.MOST_REFERENT.put(figures, mostReferent);
        NormFigure.MOST_SPECIALISED.put(figures, mostSpecialised);
        NormFigure.MOST_SUBORDINATES.put(figures, mostSubordinates);
    }
}
