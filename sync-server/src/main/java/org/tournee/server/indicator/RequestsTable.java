package org.tournee.server.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tournee.server.indicator.Behind.Share;
import org.tournee.server.indicator.Happened.Kind;
import org.tournee.server.indicator.IndicatorPage.Rank;
import org.tournee.server.indicator.IndicatorPage.Row;
import org.tournee.server.indicator.IndicatorPage.Table;

/** The requests of a period, beside what the law sets. Rules: R-IND, R-REQ. */
record RequestsTable(Figures figures, IndicatorRows rows) {

    Table table(DecisionTime time) {
        Optional<String> within = time.said(rows.period());
        Figures.Requests requests = figures.requests(within.map(days -> time));
        boolean told = rows.shows(figures.total(Kind.REQUEST, ""));
        boolean decided = told && rows.shows(requests.decided());
        List<Row> lines = new ArrayList<>();
        lines.add(figure("Reçues", requests.received(), told, Share.ALL));
        lines.add(figure(
                "Premières demandes d’un ménage",
                requests.first().times(),
                told && rows.shows(requests.first()),
                Share.FIRST));
        lines.add(figure("Décidées", requests.decided().times(), decided, Share.DECIDED));
        requests.inTime()
                .ifPresent(inTime -> lines.add(figure(
                        "Décidées en " + within.orElseThrow() + " jours au plus",
                        inTime.times(),
                        decided && rows.shows(inTime),
                        Share.IN_TIME)));
        OptionalInt median = requests.medianDays();
        lines.add(rows.said(
                "Délai médian jusqu’à la décision", median.isPresent() && decided ? median.getAsInt() + " jours" : ""));
        return new Table(
                "Demandes",
                within.map(days -> "Repère du profil : " + days + " jours pour décider.")
                        .orElse(""),
                lines);
    }

    private Row figure(String label, int count, boolean told, Share share) {
        return rows.figure(label, count, told, Rank.LINE, new Behind(Kind.REQUEST, "", share, null));
    }
}
