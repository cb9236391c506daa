package org.tournee.server.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.problem.Problem;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.DossierStandings;
import org.tournee.server.store.StatedReasons;
import org.tournee.sync.RecordId;

/** What somebody stated to open a dossier of the head's: read, and out of the inbox. Rules: R-SHARE, R-AUD. */
@Controller("/ouvertures/{dossier}/{reason}")
@Secured("TEAM_HEAD")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class OpeningController {

    private final Database database;
    private final StatedReasons reasons;
    private final DossierStandings standings;
    private final AuditTrail audit;
    private final Viewer viewer;
    private final Profiles profiles;
    private final WorkerNames workers;
    private final Frames frames;
    private final Html html;

    OpeningController(
            Database database,
            StatedReasons reasons,
            DossierStandings standings,
            AuditTrail audit,
            Viewer viewer,
            Profiles profiles,
            WorkerNames workers,
            Frames frames,
            Html html) {
        this.database = database;
        this.reasons = reasons;
        this.standings = standings;
        this.audit = audit;
        this.viewer = viewer;
        this.profiles = profiles;
        this.workers = workers;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID dossier, @PathVariable UUID reason) {
        DossierId id = new DossierId(dossier);
        StatedReasons.Stated stated = database.write(connection -> read(connection, session, id, new RecordId(reason)));
        ZoneId zone = profiles.of(session.organisation()).zone();
        return html.ok(
                "web/opening",
                new OpeningPage(
                        frames.of(session, "Ouverture avec motif", Section.INBOX),
                        "/ouvertures/" + dossier + "/" + reason,
                        "/dossiers/" + dossier,
                        Reference.of(id),
                        workers.of(session.organisation()).of(stated.opened().worker()),
                        Words.time(stated.opened().at(), zone),
                        stated.reason(),
                        stated.seen()));
    }

    /** Doing it again changes nothing. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> seen(WebSession session, @PathVariable UUID dossier, @PathVariable UUID reason) {
        database.write(connection -> {
            read(connection, session, new DossierId(dossier), new RecordId(reason));
            return reasons.markSeen(
                    connection, session.organisation(), new RecordId(reason), session.worker(), viewer.now());
        });
        return HttpResponse.seeOther(URI.create("/a-traiter"));
    }

    private StatedReasons.Stated read(Connection connection, WebSession session, DossierId dossier, RecordId reason)
            throws SQLException {
        Instant now = viewer.now();
        boolean isHead = standings
                .of(connection, session.organisation(), session.worker(), dossier, now)
                .may(Act.DECIDE, Subject.dossier(), null);
        StatedReasons.Stated stated = (isHead
                        ? reasons.find(connection, session.organisation(), dossier, reason)
                        : java.util.Optional.<StatedReasons.Stated>empty())
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND, "unknown-opening", "Cette ouverture n’est pas de votre équipe.")
                        .asException());
        audit.append(
                connection,
                session.organisation(),
                List.of(new AuditEntry(
                        now, session.worker(), null, AuditEntry.Act.READ, dossier, reason, "stated reason")));
        return stated;
    }
}
