package org.tournee.server.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.tournee.rights.RightsDomain;
import org.tournee.rights.RightsFigures;
import org.tournee.server.indicator.Behind.Share;
import org.tournee.server.indicator.Happened.Kind;
import org.tournee.server.indicator.IndicatorPage.Rank;
import org.tournee.server.indicator.IndicatorPage.Row;
import org.tournee.server.indicator.IndicatorPage.Table;

/** Rendez-vous des droits of a period, beside the reference points of the source. Rules: R-IND, R-RDD. Source: 004 §2.1.2. */
record RightsTable(Figures figures, IndicatorRows rows) {

    /** @param since since when it is counted, in words */
    Table table(String since) {
        Figures.Rights rights = figures.rights();
        boolean told = rows.shows(rights.opened());
        List<Row> lines = new ArrayList<>();
        lines.add(total("Rendez-vous tenus", Kind.CHECKUP));
        lines.add(total("Droits examinés", Kind.RIGHT_CHECKED));
        lines.add(total("Droits ouverts", Kind.RIGHT_OPENED));
        lines.add(rows.figure(
                "dont la santé",
                rights.health().times(),
                told && rows.shows(rights.health()) && (rows.whole() || healthIsTold()),
                Rank.WITHIN,
                Behind.of(Kind.RIGHT_OPENED, RightsDomain.HEALTH.name())));
        boolean inTime = told && rows.shows(rights.inTime());
        lines.add(rows.figure(
                "ouverts dans les trois mois du rendez-vous",
                rights.inTime().times(),
                inTime,
                Rank.WITHIN,
                new Behind(Kind.RIGHT_OPENED, "", Share.IN_TIME, null)));
        OptionalInt median = rights.medianDays();
        lines.add(rows.said(
                "Délai médian du rendez-vous à l’ouverture",
                median.isPresent() && inTime ? median.getAsInt() + " jours" : ""));
        lines.add(total("Droits abandonnés", Kind.RIGHT_GIVEN_UP));
        return new Table("Accès aux droits", reference() + " " + since, lines);
    }

    private static String reference() {
        return "Repères de l’étude, pour situer et non pour viser : environ " + RightsFigures.REFERENCE_DAYS
                + " jours pour ouvrir un droit, plus de " + RightsFigures.REFERENCE_HEALTH_PERCENT
                + " % des droits ouverts dans la santé.";
    }

    /** By domain, it may be hidden so that another domain is not told. */
    private boolean healthIsTold() {
        List<Figures.Line> domains = figures.by(Kind.RIGHT_OPENED);
        List<Boolean> hidden = figures.hidden(Kind.RIGHT_OPENED);
        for (int at = 0; at < domains.size(); at++) {
            if (domains.get(at).code().equals(RightsDomain.HEALTH.name())) {
                return !hidden.get(at);
            }
        }
        return true;
    }

    private Row total(String label, Kind kind) {
        Figures.Line total = figures.total(kind, "");
        return rows.row(label, total, rows.shows(total), Rank.LINE, Behind.all(kind));
    }
}
