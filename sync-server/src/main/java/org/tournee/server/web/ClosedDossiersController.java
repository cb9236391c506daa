package org.tournee.server.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tournee.access.Link;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.SqlArray;

/** The dossiers that were closed, so that their head finds them to begin again. Rules: R-SEG-5, R-SHARE, R-BO. */
@Controller("/dossiers/clos")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ClosedDossiersController {

    private static final int LONGEST = 200;

    private record Closed(DossierId dossier, LocalDate on) {}

    private final Database database;
    private final LinkedDossiers linked;
    private final Profiles profiles;
    private final PaceSurvey survey;
    private final Households households;
    private final Frames frames;
    private final Html html;

    ClosedDossiersController(
            Database database,
            LinkedDossiers linked,
            Profiles profiles,
            PaceSurvey survey,
            Households households,
            Frames frames,
            Html html) {
        this.database = database;
        this.linked = linked;
        this.profiles = profiles;
        this.survey = survey;
        this.households = households;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> list(WebSession session) {
        Map<DossierId, Set<Link>> links = linked.of(
                session.organisation(),
                session.worker(),
                survey.today(session.organisation()),
                profiles.of(session.organisation()));
        List<Closed> closed = closed(session, links.keySet());
        Map<DossierId, Dossier> named =
                households.of(session, closed.stream().map(Closed::dossier).toList(), links);
        return html.ok(
                "web/closed",
                new ClosedDossiersPage(
                        frames.of(session, "Dossiers clos", Section.DOSSIERS),
                        closed.stream()
                                .flatMap(one -> Optional.ofNullable(named.get(one.dossier())).stream()
                                        .map(dossier -> row(one, dossier)))
                                .toList(),
                        LONGEST));
    }

    private List<Closed> closed(WebSession session, Set<DossierId> dossiers) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select dossier_id, closed_on from dossier_fact
                where org_id = ? and status = 'CLOSED' and dossier_id = any(?)
                order by closed_on desc, dossier_id limit ?""",
                row -> new Closed(
                        new DossierId(Sql.uuid(row, "dossier_id")), row.getObject("closed_on", LocalDate.class)),
                session.organisation(),
                new SqlArray(connection).ids(dossiers, id -> id),
                LONGEST));
    }

    private static ClosedDossiersPage.Row row(Closed closed, Dossier dossier) {
        return new ClosedDossiersPage.Row(
                "/dossiers/" + closed.dossier(),
                dossier.household().name(),
                dossier.address().communeName(),
                Words.day(closed.on()));
    }
}
