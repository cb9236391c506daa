package org.tournee.server.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.tournee.organisation.Role;
import org.tournee.segment.LoadGuide;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.CsvCell;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.segment.ComplianceReport;
import org.tournee.server.segment.Loads;
import org.tournee.server.segment.ReferentLine;
import org.tournee.workload.Workload;

/** How the norms are kept: by referent for their head, by team for the direction. Rules: R-SEG-10, R-IND. */
@Controller("/equipe")
@Secured({"TEAM_HEAD", "DIRECTION"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class TeamController {

    private static final MediaType CSV = MediaType.of("text/csv;charset=utf-8");

    private final ComplianceReport.Maker reports;
    private final Loads loads;
    private final Frames frames;
    private final Html html;

    TeamController(ComplianceReport.Maker reports, Loads loads, Frames frames, Html html) {
        this.reports = reports;
        this.loads = loads;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> team(WebSession session) {
        boolean heads = session.has(Role.TEAM_HEAD);
        List<TeamPage.LoadRow> carried = heads
                ? loads.ofTeamsOf(session.organisation(), session.worker()).stream()
                        .map(TeamController::row)
                        .toList()
                : List.of();
        TeamPage page = new TeamPage(frames.of(session, "Équipe", Section.TEAM), report(session), !heads, carried);
        return html.ok("web/team", page);
    }

    private static TeamPage.LoadRow row(Loads.Load load) {
        Workload weighed = load.weighed();
        LoadGuide guide = load.guide();
        LoadGuide.Level level = guide.level(weighed.dossiers());
        return new TeamPage.LoadRow(
                load.name(),
                weighed.fullTimePercent(),
                weighed.dossiers(),
                guide.least() + " à " + guide.most(),
                level == LoadGuide.Level.WITHIN ? "" : Words.of(level),
                weighed.perFullTime());
    }

    @Get("/export.csv")
    @Produces("text/csv")
    HttpResponse<String> export(WebSession session) {
        return HttpResponse.ok(csv(report(session)))
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rythme.csv\"");
    }

    private ComplianceReport report(WebSession session) {
        return session.has(Role.TEAM_HEAD)
                ? reports.ofTeamsOf(session.organisation(), session.worker())
                : reports.ofTeams(session.organisation());
    }

    private static String csv(ComplianceReport report) {
        StringBuilder csv = new StringBuilder("\uFEFFétat au;nom;dossiers;accueil;A;B;C;dans le rythme;à prévoir;")
                .append("à reprendre;rythme atteint;plus que prévu;peu en présence\r\n");
        for (ReferentLine line : report.lines()) {
            csv.append(String.join(
                            ";",
                            report.asKnownOn().toString(),
                            CsvCell.of(line.name()),
                            Integer.toString(line.dossiers()),
                            Integer.toString(line.intake()),
                            Integer.toString(line.portfolio().inA()),
                            Integer.toString(line.portfolio().inB()),
                            Integer.toString(line.portfolio().inC()),
                            Integer.toString(line.onTrack()),
                            Integer.toString(line.due()),
                            Integer.toString(line.late()),
                            Integer.toString(line.met()),
                            Integer.toString(line.over()),
                            Integer.toString(line.shareLow())))
                    .append("\r\n");
        }
        return csv.toString();
    }
}
