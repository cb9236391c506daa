package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.Map;

/**
 * What holds for all kinds of mandates alike. Rule: R-MAN.
 *
 * @param dueWindow in days: for how long before its due date a contact is shown as due
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record MandateDuties(Figure dueWindow) implements FigureSet {

    public MandateDuties {
        dueWindow.expect(Figure.Unit.DAYS);
    }

    static MandateDuties of(Map<NormFigure, Figure> figures) {
        return new MandateDuties(NormFigure.DUE_WINDOW.in(figures));
    }

    @Override
    public void into(Map<NormFigure, Figure> figures) {
        NormFigure.DUE_WINDOW.put(figures, dueWindow);
    }
}
