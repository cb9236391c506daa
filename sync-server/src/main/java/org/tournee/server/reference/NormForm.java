package org.tournee.server.reference;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tournee.mandate.Mandate;
import org.tournee.profile.Figure;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.NormEdit;
import org.tournee.profile.NormFigure;
import org.tournee.profile.NormTarget;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Segment;
import org.tournee.server.page.FormFields;

/** What was typed into the form of the figures of a segment, a mandate or a group. Rule: R-SEG-0. */
final class NormForm {

    static final String VERSION = "version";
    static final String FROM = "depuis";
    static final String SOURCE = "source";

    private static final String SEGMENT = "segment-";
    private static final String MANDATE = "mesure-";
    private static final String GROUP = "groupe-";

    private final FormFields fields;

    NormForm(Map<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    /** What the address names; empty for nothing of ours. */
    static Optional<NormTarget> target(String code) {
        FormFields named = new FormFields(Map.of("", code.replaceFirst("^(segment|mesure|groupe)-", "")));
        if (code.startsWith(SEGMENT)) {
            return named.code("", Segment.class).map(NormTarget.OfSegment::new);
        }
        if (code.startsWith(MANDATE)) {
            return named.code("", Mandate.Kind.class).map(NormTarget.OfMandate::new);
        }
        return code.startsWith(GROUP)
                ? named.code("", FigureGroup.class).map(NormTarget.OfGroup::new)
                : Optional.empty();
    }

    /** How an address names it. */
    static String code(NormTarget target) {
        return switch (target) {
            case NormTarget.OfSegment of -> SEGMENT + of.segment().name();
            case NormTarget.OfMandate of -> MANDATE + of.kind().name();
            case NormTarget.OfGroup of -> GROUP + of.group().name();
        };
    }

    String text(String field) {
        return fields.text(field);
    }

    /** The version of the profile that was seen; 0 where the form does not say. */
    long version() {
        return fields.number(VERSION);
    }

    NormEdit edit(NormTarget target, OrganisationProfile profile) {
        Map<NormFigure, Integer> values = new EnumMap<>(NormFigure.class);
        for (NormFigure figure : target.figures(profile)) {
            String typed = text(figure.name());
            if (!typed.isEmpty()) {
                values.put(figure, typed.matches("\\d{1,6}") ? Integer.valueOf(typed) : NormEdit.NO_NUMBER);
            }
        }
        return new NormEdit(target, fields.day(FROM).orElse(null), values, text(SOURCE));
    }

    /** What is in force on a day, as the form holds it. */
    static NormForm of(Map<NormFigure, Figure> figures, int version, LocalDate from) {
        Map<String, String> fields = new HashMap<>();
        figures.forEach((figure, value) -> fields.put(figure.name(), Integer.toString(value.value())));
        fields.put(VERSION, Integer.toString(version));
        fields.put(FROM, from.toString());
        return new NormForm(fields);
    }
}
