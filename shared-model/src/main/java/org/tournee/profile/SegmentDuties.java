package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.Map;

/**
 * What holds for all segments alike. Rules: R-SEG-4, R-SEG-5, R-SEG-8.
 *
 * @param dueWindow in days: for how long before its due date a contact is shown as due
 * @param definitiveAllocation in months from the reception. Rule: R-SEG-5
 * @param portfolioSilentBelow in dossiers: smaller portfolios raise no flag. Rule: R-SEG-8
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record SegmentDuties(Figure dueWindow, Figure definitiveAllocation, Figure portfolioSilentBelow)
        implements FigureSet {

    public SegmentDuties {
        dueWindow.expect(Figure.Unit.DAYS);
        definitiveAllocation.expect(Figure.Unit.MONTHS);
        portfolioSilentBelow.expect(Figure.Unit.DOSSIERS);
    }

    static SegmentDuties of(Map<NormFigure, Figure> figures) {
        return new SegmentDuties(
                NormFigure.DUE_WINDOW.in(figures),
                NormFigure.DEFINITIVE_ALLOCATION.in(figures),
                NormFigure.PORTFOLIO_SILENT_BELOW.in(figures));
    }

    @Override
    public void into(Map<NormFigure, Figure> figures) {
        NormFigure.DUE_WINDOW.put(figures, dueWindow);
        NormFigure.DEFINITIVE_ALLOCATION.put(figures, definitiveAllocation);
        NormFigure.PORTFOLIO_SILENT_BELOW.put(figures, portfolioSilentBelow);
    }
}
