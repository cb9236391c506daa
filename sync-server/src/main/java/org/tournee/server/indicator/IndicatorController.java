package org.tournee.server.indicator;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.Role;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.CsvCell;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;

/** The figures of a period: a head's teams whole, the organisation without small cells. Rule: R-IND. */
@Controller("/equipe/indicateurs")
@Secured({"TEAM_HEAD", "DIRECTION"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class IndicatorController {

    private static final MediaType CSV = MediaType.of("text/csv;charset=utf-8");
    private static final String BACKWARDS = "La période finirait avant de commencer : en voici une autre.";
    private static final String NOT_OVER =
            "Seuls des mois entiers et finis sont publiés : en voici. Le mois en cours le sera quand il sera fini.";

    private final HappenedReader reader;
    private final PlacesReader places;
    private final Profiles profiles;
    private final Viewer viewer;
    private final Frames frames;
    private final Html html;

    IndicatorController(
            HappenedReader reader, PlacesReader places, Profiles profiles, Viewer viewer, Frames frames, Html html) {
        this.reader = reader;
        this.places = places;
        this.profiles = profiles;
        this.viewer = viewer;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @QueryValue @Nullable String du, @QueryValue @Nullable String au) {
        OrganisationProfile profile = profiles.of(session.organisation());
        Chosen chosen = chosen(session, profile, du, au);
        Period period = chosen.period();
        return html.ok(
                "indicator/indicators",
                new IndicatorPage(
                        frames.of(session, "Indicateurs", Section.TEAM),
                        session.has(Role.TEAM_HEAD),
                        chosen.message(),
                        period.first().toString(),
                        period.last().toString(),
                        "Du " + Words.day(period.first()) + " au " + Words.day(period.last()),
                        "/equipe/indicateurs/export.csv?du=" + period.first() + "&au=" + period.last(),
                        tables(session, profile, period)));
    }

    @Get("/export.csv")
    @Produces("text/csv")
    HttpResponse<String> export(WebSession session, @QueryValue @Nullable String du, @QueryValue @Nullable String au) {
        OrganisationProfile profile = profiles.of(session.organisation());
        Period period = chosen(session, profile, du, au).period();
        StringBuilder csv = new StringBuilder("\uFEFFdu;au;tableau;ligne;nombre;dossiers\r\n");
        for (IndicatorPage.Table table : tables(session, profile, period)) {
            for (IndicatorPage.Row row : table.rows()) {
                csv.append(String.join(
                                ";",
                                period.first().toString(),
                                period.last().toString(),
                                CsvCell.of(table.title()),
                                CsvCell.of(row.label()),
                                CsvCell.of(row.times()),
                                CsvCell.of(row.dossiers())))
                        .append("\r\n");
            }
        }
        return HttpResponse.ok(csv.toString())
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"indicateurs.csv\"");
    }

    private List<IndicatorPage.Table> tables(WebSession session, OrganisationProfile profile, Period period) {
        boolean head = session.has(Role.TEAM_HEAD);
        Figures figures = new Figures(
                reader.read(session.organisation(), head ? session.worker() : null, period, profile.zone()));
        return new IndicatorTables(
                        figures, profile, places.read(session.organisation()), period, reader.toldSince(), head)
                .all();
    }

    /** @param message why it is not the period that was asked for; empty where it is */
    private record Chosen(Period period, String message) {}

    /** The year so far where a day is missing or is none; what is published is of months that are over. */
    private Chosen chosen(
            WebSession session, OrganisationProfile profile, @Nullable String first, @Nullable String last) {
        LocalDate today = LocalDate.ofInstant(viewer.now(), profile.zone());
        boolean published = !session.has(Role.TEAM_HEAD);
        Period usual = published ? Period.ofMonthsOver(today) : Period.upTo(today);
        Period asked = new Period(day(first, usual.first()), day(last, usual.last()));
        Period period = published ? asked.inMonthsOver(today) : asked;
        if (asked.isBackwards()) {
            return new Chosen(usual, BACKWARDS);
        }
        return period.isBackwards() ? new Chosen(usual, NOT_OVER) : new Chosen(period, "");
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
