package org.tournee.server.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.DatedNorms;
import org.tournee.profile.Figure;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.MandateFigures;
import org.tournee.profile.NormFigure;
import org.tournee.profile.NormTarget;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentSheet;
import org.tournee.profile.Wording;
import org.tournee.server.reference.ProfilePage.Row;
import org.tournee.server.reference.ProfilePage.Table;
import org.tournee.server.web.Words;

/** Lays the figures of a profile out, each with its unit, its day and its source. Rules: R-SEG-0, R-SEG-1, R-MAN. */
final class ProfileTables {

    private static final Map<Figure.Unit, String> UNITS = Map.of(
            Figure.Unit.CONTACTS, " contacts",
            Figure.Unit.PERCENT, " %",
            Figure.Unit.MONTHS, " mois",
            Figure.Unit.DAYS, " jours",
            Figure.Unit.DOSSIERS, " dossiers",
            Figure.Unit.PERSONS, " personnes",
            Figure.Unit.MINUTES, " minutes",
            Figure.Unit.HOUR, " h",
            Figure.Unit.POINTS, " points");

    /** In place of a value where there is none any more. */
    static final String NONE = "rien";

    private final OrganisationProfile profile;
    private final Wording wording;
    private final boolean edits;

    /** @param edits whether the viewer may change figures */
    ProfileTables(OrganisationProfile profile, Wording wording, boolean edits) {
        this.profile = profile;
        this.wording = wording;
        this.edits = edits;
    }

    List<Table> all() {
        List<Table> tables = new ArrayList<>();
        tables.add(words());
        if (profile.segmentation() != null) {
            profile.segmentation().sheets().forEach(sheet -> tables.add(segment(sheet)));
        }
        MandateFigures mandates = profile.mandates();
        if (mandates != null) {
            mandates.sheets().forEach(sheet -> tables.add(mandate(sheet)));
        }
        Arrays.stream(FigureGroup.values())
                .map(NormTarget.OfGroup::new)
                .filter(group -> group.isOf(profile))
                .forEach(group -> tables.add(group(group)));
        return tables;
    }

    private Table words() {
        List<Row> rows = new ArrayList<>();
        rows.add(said("Contrat ou convention", Words.agreement(wording)));
        rows.add(said("Secrétariat", profile.labels().adminAssistant()));
        rows.add(said("Référent", profile.labels().referent()));
        rows.add(said("Bilan", profile.labels().bilan()));
        return new Table("Mots", "", rows);
    }

    private static Row said(String what, @Nullable String word) {
        return new Row(what, word == null ? "comme l’application" : word, "", "");
    }

    private Table segment(SegmentSheet sheet) {
        List<Row> rows = new ArrayList<>();
        for (SegmentSheet.Norm norm : byDay(sheet.norms())) {
            contacts(rows, norm);
            add(rows, "Limite du séjour", norm.limit(), norm.validFrom());
            add(rows, "Part du portefeuille, au moins", norm.leastShare(), norm.validFrom());
            add(rows, "Part du portefeuille, au plus", norm.mostShare(), norm.validFrom());
        }
        return new Table(sheet.name(), sheet.need(), rows, edit(new NormTarget.OfSegment(sheet.segment())));
    }

    private Table mandate(MandateFigures.Sheet sheet) {
        List<Row> rows = new ArrayList<>();
        for (MandateFigures.Norm norm : byDay(sheet.norms())) {
            contacts(rows, norm);
            add(rows, "Revue, tous les", norm.reviewEvery(), norm.validFrom());
        }
        return new Table("Mesure : " + Words.of(sheet.kind()), "", rows, edit(new NormTarget.OfMandate(sheet.kind())));
    }

    private String edit(NormTarget target) {
        return edits ? ReferenceController.PATH + "/" + NormForm.code(target) : "";
    }

    private static <N extends DatedNorms.DatedNorm> List<N> byDay(List<N> norms) {
        return norms.stream()
                .sorted(Comparator.comparing(DatedNorms.DatedNorm::validFrom))
                .toList();
    }

    private static void contacts(List<Row> rows, DatedNorms.DatedNorm norm) {
        SegmentSheet.Frequency frequency = norm.frequency();
        if (frequency != null) {
            rows.add(new Row(
                    "Contacts attendus",
                    frequency.minimum().value() + " à " + frequency.maximum().value() + " en "
                            + value(frequency.period()),
                    Words.day(norm.validFrom()),
                    frequency.minimum().source()));
        }
        add(rows, "Part en présence, au moins", norm.physicalShare(), norm.validFrom());
    }

    private Table group(NormTarget.OfGroup target) {
        List<Row> rows = new ArrayList<>();
        target.figures(profile).forEach(figure -> figure(rows, figure, target));
        String note = target.group() == FigureGroup.LOAD ? "Des repères, jamais des limites." : "";
        return new Table(NormPages.title(profile, target), note, rows, edit(target));
    }

    /** Every value that it had, has or is to have, each since its day. */
    private void figure(List<Row> rows, NormFigure named, NormTarget target) {
        Figure before = null;
        for (LocalDate day : target.days(profile)) {
            Figure figure = target.inForce(profile, day).get(named);
            if (figure == null && before != null) {
                rows.add(new Row(Words.of(named), NONE, Words.day(day), ""));
            } else if (!Objects.equals(figure, before)) {
                add(rows, Words.of(named), figure, day);
            }
            before = figure;
        }
    }

    private static void add(List<Row> rows, String what, @Nullable Figure figure, LocalDate since) {
        if (figure != null) {
            rows.add(new Row(what, value(figure), Words.day(since), figure.source()));
        }
    }

    private static String value(Figure figure) {
        return figure.value() + unit(figure.unit());
    }

    /** The unit in words, as it stands after a number. */
    static String unit(Figure.Unit unit) {
        return UNITS.getOrDefault(unit, "");
    }
}
