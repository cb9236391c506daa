package org.tournee.server.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.indicator.Behind.Share;
import org.tournee.server.indicator.Happened.Kind;
import org.tournee.server.indicator.IndicatorPage.Rank;
import org.tournee.server.indicator.IndicatorPage.Row;
import org.tournee.server.indicator.IndicatorPage.Table;
import org.tournee.server.web.Words;

/** Puts figures into tables: whoever publishes hides small cells, a head is led to the dossiers behind each. Rule: R-IND. */
final class IndicatorTables {

    private final Figures figures;
    private final OrganisationProfile profile;
    private final Places places;
    private final LocalDate toldSince;
    private final IndicatorRows rows;

    /**
     * @param toldSince since when what stays sealed is counted
     * @param whole whether small cells are shown, as to the head of the dossiers behind them
     */
    IndicatorTables(
            Figures figures,
            OrganisationProfile profile,
            Places places,
            Period period,
            LocalDate toldSince,
            boolean whole) {
        this.figures = figures;
        this.profile = profile;
        this.places = places;
        this.toldSince = toldSince;
        this.rows = new IndicatorRows(period, whole);
    }

    List<Table> all() {
        List<Table> tables = new ArrayList<>();
        tables.add(new RequestsTable(figures, rows).table(new DecisionTime(profile)));
        tables.add(table(
                "Contacts tenus, par moyen",
                "Les tentatives et les contacts corrigés ne sont pas comptés.",
                Kind.CONTACT));
        tables.add(table("Mesures commencées", "", Kind.MANDATE));
        tables.add(table("Besoins sans réponse dans l’annuaire", "", Kind.NEED));
        tables.add(dossiers());
        tables.add(new Table("Visites à domicile", since(), List.of(total("Tenues", Kind.HOME_VISIT, Rank.LINE))));
        tables.add(table("Passages de relais, par suite", since(), Kind.REFERRAL));
        tables.add(table("Situation, par dimension et effet", since(), Kind.BILAN_ITEM));
        tables.add(new RightsTable(figures, rows).table(since()));
        tables.add(table("Rendez-vous des droits, par initiative", since(), Kind.CHECKUP));
        tables.add(table("Droits examinés, par domaine", since(), Kind.RIGHT_CHECKED));
        tables.add(table("Droits ouverts, par domaine", since(), Kind.RIGHT_OPENED));
        tables.add(reviews());
        tables.add(byPlace(Kind.REQUEST));
        tables.add(byPlace(Kind.CONTACT));
        tables.add(byPlace(Kind.OPENED));
        return tables;
    }

    private String since() {
        return "Compté pour ce que le service a reçu depuis le " + Words.day(toldSince)
                + " ; ce qui est plus ancien reste scellé.";
    }

    private Table table(String title, String note, Kind kind) {
        List<Figures.Line> counted = figures.by(kind);
        List<Boolean> hidden = figures.hidden(kind);
        List<Row> lines = new ArrayList<>();
        for (int at = 0; at < counted.size(); at++) {
            Figures.Line line = counted.get(at);
            lines.add(rows.row(
                    FigureWords.label(kind, line.code()),
                    line,
                    rows.whole() || !hidden.get(at),
                    Rank.LINE,
                    Behind.of(kind, line.code())));
        }
        lines.add(total(kind));
        return new Table(title, note, lines);
    }

    private Row total(Kind kind) {
        return total("Ensemble", kind, Rank.TOTAL);
    }

    private Row total(String label, Kind kind, Rank rank) {
        Figures.Line total = figures.total(kind, "");
        return rows.row(label, total, rows.shows(total), rank, Behind.all(kind));
    }

    private Table byPlace(Kind kind) {
        List<Row> lines = new ArrayList<>();
        for (PlaceCells.Cell cell : new PlaceCells(figures.ones(kind), places).all()) {
            lines.add(rows.row(
                    cell.line().code(),
                    cell.line(),
                    rows.whole() || !cell.hidden(),
                    cell.within() ? Rank.WITHIN : Rank.LINE,
                    cell.place() == null ? null : Behind.of(kind, cell.place())));
        }
        lines.add(total(kind));
        return new Table(
                Words.of(kind) + ", par site et territoire",
                "Un dossier est compté là où il habite aujourd’hui : dans le territoire de sa commune.",
                lines);
    }

    /** Those that were due, and of them those that were held by their day. Rule: R-SEG-7. */
    private Table reviews() {
        List<Row> lines = new ArrayList<>();
        for (Kind review : List.of(Kind.STAY_REVIEW, Kind.ANNUAL_REVISION)) {
            Figures.Part inTime = figures.inTime(review);
            lines.add(total(Words.of(review), review, Rank.LINE));
            lines.add(rows.figure(
                    "tenus à temps",
                    inTime.times(),
                    rows.shows(figures.total(review, "")) && rows.shows(inTime),
                    Rank.WITHIN,
                    new Behind(review, "", Share.IN_TIME, null)));
        }
        return new Table(
                "Réexamens et révisions dus",
                "À temps : un séjour, par une décision prise au plus tard à sa limite ; l’année, par un bilan conclu dans"
                        + " l’année. Les conclusions sont comptées depuis le " + Words.day(toldSince) + ".",
                lines);
    }

    private Table dossiers() {
        return new Table(
                "Dossiers",
                "",
                List.of(total("Ouverts", Kind.OPENED, Rank.LINE), total("Clos", Kind.CLOSED, Rank.LINE)));
    }
}
