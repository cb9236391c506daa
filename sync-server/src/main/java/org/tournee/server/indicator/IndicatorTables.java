package org.tournee.server.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.contact.Channel;
import org.tournee.contact.Topic;
import org.tournee.mandate.Mandate;
import org.tournee.profile.OrganisationProfile;
import org.tournee.referral.Referral;
import org.tournee.rights.RightsDomain;
import org.tournee.server.indicator.Behind.Share;
import org.tournee.server.indicator.Happened.Kind;
import org.tournee.server.indicator.IndicatorPage.Rank;
import org.tournee.server.indicator.IndicatorPage.Row;
import org.tournee.server.indicator.IndicatorPage.Table;
import org.tournee.server.web.Words;

/** Puts figures into tables: whoever publishes hides small cells, a head is led to the dossiers behind each. Rule: R-IND. */
final class IndicatorTables {

    private static final String HIDDEN = "moins de " + SmallCells.LEAST;
    private static final String NOT_TOLD = "–";

    private final Figures figures;
    private final OrganisationProfile profile;
    private final Places places;
    private final Period period;
    private final LocalDate toldSince;
    private final boolean whole;

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
        this.period = period;
        this.toldSince = toldSince;
        this.whole = whole;
    }

    List<Table> all() {
        List<Table> tables = new ArrayList<>();
        tables.add(requests());
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
        tables.add(table("Droits ouverts, par domaine", since(), Kind.RIGHT_OPENED));
        tables.add(byPlace(Kind.REQUEST));
        tables.add(byPlace(Kind.CONTACT));
        tables.add(byPlace(Kind.OPENED));
        return tables;
    }

    private String since() {
        return "Compté pour ce que le service a reçu depuis le " + Words.day(toldSince)
                + " ; ce qui est plus ancien reste scellé.";
    }

    /** A figure in words. */
    static String said(Behind behind, Places places) {
        String code = behind.code().isEmpty() ? "" : ", " + label(behind.kind(), behind.code());
        String part = behind.share() == Share.ALL ? "" : ", " + Words.of(behind.share());
        String where = Optional.ofNullable(behind.place())
                .flatMap(places::nameOf)
                .map(name -> ", " + name)
                .orElse("");
        return Words.of(behind.kind()) + code + part + where;
    }

    private static String label(Kind kind, String code) {
        return switch (kind) {
            case CONTACT -> word(Channel.class, code);
            case MANDATE -> word(Mandate.Kind.class, code);
            case NEED -> word(Topic.class, code);
            case REFERRAL -> code.equals("OPEN") ? "pas encore confirmé" : word(Referral.State.class, code);
            case BILAN_ITEM -> item(code);
            case RIGHT_OPENED -> word(RightsDomain.class, code);
            case REQUEST, OPENED, CLOSED, HOME_VISIT -> code;
        };
    }

    private static String item(String code) {
        String[] parts = code.split("\\.", -1);
        return parts.length == 2
                ? word(Dimension.class, parts[0]) + " : "
                        + word(Effect.class, parts[1]).toLowerCase(Locale.FRENCH)
                : "autre";
    }

    private static <E extends Enum<E>> String word(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .map(Words::of)
                .orElse("autre");
    }

    private Table table(String title, String note, Kind kind) {
        List<Figures.Line> lines = figures.by(kind);
        List<Boolean> hidden =
                SmallCells.hidden(lines.stream().map(Figures.Line::behind).toList());
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Figures.Line line = lines.get(at);
            rows.add(row(
                    label(kind, line.code()), line, whole || !hidden.get(at), Rank.LINE, Behind.of(kind, line.code())));
        }
        rows.add(total(kind));
        return new Table(title, note, rows);
    }

    private Row total(Kind kind) {
        return total("Ensemble", kind, Rank.TOTAL);
    }

    private Row total(String label, Kind kind, Rank rank) {
        Figures.Line total = figures.total(kind, "");
        return row(label, total, whole || SmallCells.shows(total.dossiers()), rank, Behind.all(kind));
    }

    private Table byPlace(Kind kind) {
        List<Row> rows = new ArrayList<>();
        for (PlaceCells.Cell cell : new PlaceCells(figures.ones(kind), places).all()) {
            rows.add(row(
                    cell.line().code(),
                    cell.line(),
                    whole || !cell.hidden(),
                    cell.within() ? Rank.WITHIN : Rank.LINE,
                    cell.place() == null ? null : Behind.of(kind, cell.place())));
        }
        rows.add(total(kind));
        return new Table(
                Words.of(kind) + ", par site et territoire",
                "Un dossier est compté là où il habite aujourd’hui : dans le territoire de sa commune.",
                rows);
    }

    private Row row(String label, Figures.Line line, boolean told, Rank rank, @Nullable Behind behind) {
        return new Row(
                label,
                told ? Integer.toString(line.times()) : NOT_TOLD,
                told ? Integer.toString(line.dossiers()) : HIDDEN,
                rank,
                line.dossiers() == 0 ? "" : path(behind));
    }

    /** The direction is led to no dossier. */
    private String path(@Nullable Behind behind) {
        return !whole || behind == null
                ? ""
                : "/equipe/indicateurs/dossiers?" + behind.inAddress() + "&du=" + period.first() + "&au="
                        + period.last();
    }

    private Table dossiers() {
        return new Table(
                "Dossiers",
                "",
                List.of(total("Ouverts", Kind.OPENED, Rank.LINE), total("Clos", Kind.CLOSED, Rank.LINE)));
    }

    private Table requests() {
        DecisionTime time = new DecisionTime(profile);
        Optional<String> within = time.said(period);
        Figures.Requests requests = figures.requests(within.map(days -> time));
        boolean told = whole || SmallCells.shows(requests.dossiers());
        boolean decided = told && part(requests.decided());
        List<Row> rows = new ArrayList<>();
        rows.add(figure("Reçues", requests.received(), told, Share.ALL));
        rows.add(figure(
                "Premières demandes d’un ménage",
                requests.first().times(),
                told && part(requests.first()),
                Share.FIRST));
        rows.add(figure("Décidées", requests.decided().times(), decided, Share.DECIDED));
        requests.inTime()
                .ifPresent(inTime -> rows.add(figure(
                        "Décidées en " + within.orElseThrow() + " jours au plus",
                        inTime.times(),
                        decided && part(inTime),
                        Share.IN_TIME)));
        OptionalInt median = requests.medianDays();
        rows.add(new Row(
                "Délai médian jusqu’à la décision",
                median.isPresent() && decided ? median.getAsInt() + " jours" : NOT_TOLD,
                "",
                Rank.LINE,
                ""));
        return new Table(
                "Demandes",
                within.map(days -> "Repère du profil : " + days + " jours pour décider.")
                        .orElse(""),
                rows);
    }

    /** Whether a part may stand beside its whole: neither the households behind it nor those behind the rest are few. */
    private boolean part(Figures.Part part) {
        return whole || (SmallCells.shows(part.dossiers()) && SmallCells.shows(part.otherDossiers()));
    }

    private Row figure(String label, int count, boolean told, Share share) {
        return new Row(
                label,
                told ? Integer.toString(count) : NOT_TOLD,
                "",
                Rank.LINE,
                count == 0 ? "" : path(new Behind(Kind.REQUEST, "", share, null)));
    }
}
