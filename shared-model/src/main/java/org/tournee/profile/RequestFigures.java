package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.Map;

/**
 * What the law leaves a service to answer a request, in days. Rule: R-REQ. Source: 003 th. 1.
 *
 * @param decision from the acknowledgement to the decision
 * @param notification from the decision to its notification
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record RequestFigures(Figure decision, Figure notification) implements FigureSet {

    public RequestFigures {
        decision.expect(Figure.Unit.DAYS);
        notification.expect(Figure.Unit.DAYS);
    }

    static RequestFigures of(Map<NormFigure, Figure> figures) {
        return new RequestFigures(NormFigure.DECISION.in(figures), NormFigure.NOTIFICATION.in(figures));
    }

    @Override
    public void into(Map<NormFigure, Figure> figures) {
        NormFigure.DECISION.put(figures, decision);
        NormFigure.NOTIFICATION.put(figures, notification);
    }
}
