package org.tournee.server.indicator;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.tournee.contact.Channel;
import org.tournee.contact.Topic;
import org.tournee.mandate.Mandate;
import org.tournee.profile.Figure;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.RequestFigures;
import org.tournee.server.indicator.Happened.Kind;
import org.tournee.server.indicator.IndicatorPage.Row;
import org.tournee.server.indicator.IndicatorPage.Table;
import org.tournee.server.web.Words;

/** Puts figures into tables; whoever publishes hides small cells. Rule: R-IND. */
@Singleton
class IndicatorPages {

    private static final String HIDDEN = "moins de " + SmallCells.LEAST;
    private static final String NOT_TOLD = "–";

    /** @param whole whether small cells are shown, as to the head of the dossiers behind them */
    List<Table> tables(Figures figures, OrganisationProfile profile, boolean whole) {
        return List.of(
                requests(figures, profile, whole),
                table(
                        "Contacts tenus, par moyen",
                        "Les tentatives et les contacts corrigés ne sont pas comptés.",
                        figures,
                        Kind.CONTACT,
                        code -> word(Channel.class, code),
                        whole),
                table("Mesures commencées", "", figures, Kind.MANDATE, code -> word(Mandate.Kind.class, code), whole),
                table(
                        "Besoins sans réponse dans l’annuaire",
                        "",
                        figures,
                        Kind.NEED,
                        code -> word(Topic.class, code),
                        whole),
                dossiers(figures, whole));
    }

    private static <E extends Enum<E>> String word(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .map(Words::of)
                .orElse("autre");
    }

    private static Table table(
            String title, String note, Figures figures, Kind kind, Function<String, String> label, boolean whole) {
        List<Figures.Line> lines = figures.by(kind);
        List<Boolean> hidden =
                SmallCells.hidden(lines.stream().map(Figures.Line::behind).toList());
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Figures.Line line = lines.get(at);
            boolean told = whole || !hidden.get(at);
            rows.add(row(label.apply(line.code()), line, told, false));
        }
        Figures.Line total = figures.total(kind, "");
        rows.add(row("Ensemble", total, whole || SmallCells.shows(total.dossiers()), true));
        return new Table(title, note, rows);
    }

    private static Row row(String label, Figures.Line line, boolean told, boolean total) {
        return new Row(
                label,
                told ? Integer.toString(line.times()) : NOT_TOLD,
                told ? Integer.toString(line.dossiers()) : HIDDEN,
                total);
    }

    private static Table dossiers(Figures figures, boolean whole) {
        Figures.Line opened = figures.total(Kind.OPENED, "");
        Figures.Line closed = figures.total(Kind.CLOSED, "");
        return new Table(
                "Dossiers",
                "",
                List.of(
                        row("Ouverts", opened, whole || SmallCells.shows(opened.dossiers()), false),
                        row("Clos", closed, whole || SmallCells.shows(closed.dossiers()), false)));
    }

    private static Table requests(Figures figures, OrganisationProfile profile, boolean whole) {
        Optional<Integer> within = Optional.ofNullable(profile.requests())
                .map(RequestFigures::decision)
                .map(Figure::value);
        Figures.Requests requests = figures.requests(within);
        boolean told = whole || SmallCells.shows(requests.dossiers());
        boolean decided = told && part(requests.decided(), whole);
        List<Row> rows = new ArrayList<>();
        rows.add(figure("Reçues", requests.received(), told));
        rows.add(figure(
                "Premières demandes d’un ménage", requests.first().times(), told && part(requests.first(), whole)));
        rows.add(figure("Décidées", requests.decided().times(), decided));
        requests.inTime()
                .ifPresent(inTime -> rows.add(figure(
                        "Décidées en " + within.orElseThrow() + " jours au plus",
                        inTime.times(),
                        decided && part(inTime, whole))));
        OptionalInt median = requests.medianDays();
        rows.add(new Row(
                "Délai médian jusqu’à la décision",
                median.isPresent() && decided ? median.getAsInt() + " jours" : NOT_TOLD,
                "",
                false));
        return new Table(
                "Demandes",
                within.map(days -> "Repère du profil : " + days + " jours pour décider.")
                        .orElse(""),
                rows);
    }

    /** Whether a part may stand beside its whole: neither the households behind it nor those behind the rest are few. */
    private static boolean part(Figures.Part part, boolean whole) {
        return whole || (SmallCells.shows(part.dossiers()) && SmallCells.shows(part.otherDossiers()));
    }

    private static Row figure(String label, int count, boolean told) {
        return new Row(label, told ? Integer.toString(count) : NOT_TOLD, "", false);
    }
}
