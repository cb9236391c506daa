package org.tournee.profile;

import io.avaje.jsonb.Json;
import java.util.Objects;

/** A number that means something: with its unit, and where it comes from. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Figure(int value, Unit unit, String source) {

    public Figure {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(source, "source");
    }

    /** What the number counts. */
    public enum Unit {
        CONTACTS,
        PERCENT,
        MONTHS,
        DAYS,
        DOSSIERS,
        PERSONS,
        MINUTES
    }
}
