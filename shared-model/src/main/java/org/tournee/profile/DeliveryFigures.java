package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.Map;

/**
 * At which hours of its day an organisation tells what is due. Rule: R-REM.
 *
 * @param digest the hour of the daily digest
 * @param quietFrom the first hour in which nobody is disturbed; after {@code quietUntil} where the quiet spans midnight
 * @param quietUntil the first hour after the quiet; equal to {@code quietFrom} where no hour is quiet
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record DeliveryFigures(Figure digest, Figure quietFrom, Figure quietUntil) implements FigureSet {

    private static final int LAST_HOUR = 23;

    public DeliveryFigures {
        expectHour(digest);
        expectHour(quietFrom);
        expectHour(quietUntil);
    }

    static DeliveryFigures of(Map<NormFigure, Figure> figures) {
        return new DeliveryFigures(
                NormFigure.DIGEST.in(figures), NormFigure.QUIET_FROM.in(figures), NormFigure.QUIET_UNTIL.in(figures));
    }

    @Override
    public void into(Map<NormFigure, Figure> figures) {
        NormFigure.DIGEST.put(figures, digest);
        NormFigure.QUIET_FROM.put(figures, quietFrom);
        NormFigure.QUIET_UNTIL.put(figures, quietUntil);
    }

    private static void expectHour(Figure figure) {
        figure.expect(Figure.Unit.HOUR);
        if (figure.value() > LAST_HOUR) {
            throw new IllegalArgumentException("No hour of a day: " + figure.value());
        }
    }
}
