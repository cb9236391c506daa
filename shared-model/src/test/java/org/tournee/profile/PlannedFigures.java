package org.tournee.profile;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Figures that are to change, said in a few words: "DECISION=20 NOTIFICATION=-". */
public final class PlannedFigures {

    public static final String SOURCE = "Décision du 3 décembre";

    private PlannedFigures() {}

    /** The profile in which a group of figures becomes another one on a day. */
    public static OrganisationProfile planned(
            OrganisationProfile profile, FigureGroup group, LocalDate from, String change) {
        return edit(profile, new NormTarget.OfGroup(group), from, change).applied(profile);
    }

    /** What is in force on a day, with a few figures written anew. */
    public static NormEdit edit(OrganisationProfile profile, NormTarget target, LocalDate from, String change) {
        return new NormEdit(target, from, values(profile, target, from, change), SOURCE);
    }

    static Map<NormFigure, Integer> values(
            OrganisationProfile profile, NormTarget target, LocalDate day, String change) {
        Map<NormFigure, Integer> values = new EnumMap<>(NormFigure.class);
        target.inForce(profile, day).forEach((figure, value) -> values.put(figure, value.value()));
        for (String word : change.split(" ", -1)) {
            String[] parts = word.split("=", -1);
            NormFigure figure = NormFigure.valueOf(parts[0]);
            if (parts[1].equals("-")) {
                values.remove(figure);
            } else {
                values.put(figure, Integer.valueOf(parts[1]));
            }
        }
        return values;
    }
}
