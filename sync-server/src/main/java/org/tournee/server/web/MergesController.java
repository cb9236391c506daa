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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tournee.server.access.WebSession;
import org.tournee.server.database.Database;
import org.tournee.server.duplicate.DossierMerges;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.problem.Problem;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.DossierStandings;

/** The merges that stand, by the dossiers' numbers, and how to undo them. Rules: R-DUP, R-SHARE. */
@Controller("/doublons/fusions")
@Secured({"TEAM_HEAD", "BACK_OFFICE"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class MergesController {

    static final URI PAGE = URI.create("/doublons/fusions");

    private static final int MOST = 200;

    private final Database database;
    private final DossierMerges merges;
    private final DossierStandings standings;
    private final WorkerNames workers;
    private final Profiles profiles;
    private final Viewer viewer;
    private final Frames frames;
    private final Html html;

    MergesController(
            Database database,
            DossierMerges merges,
            DossierStandings standings,
            WorkerNames workers,
            Profiles profiles,
            Viewer viewer,
            Frames frames,
            Html html) {
        this.database = database;
        this.merges = merges;
        this.standings = standings;
        this.workers = workers;
        this.profiles = profiles;
        this.viewer = viewer;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session) {
        return page(HttpStatus.OK, session, "");
    }

    @Post("/{merge}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> undo(WebSession session, @PathVariable UUID merge) {
        if (theirs(session).stream().noneMatch(one -> one.merge().equals(merge))) {
            throw Problem.of(
                            HttpStatus.NOT_FOUND,
                            "unknown-merge",
                            "Cette fusion est déjà défaite, ou n’est pas de votre équipe.")
                    .asException();
        }
        return switch (merges.undo(viewer.actor(session), session.worker(), merge, viewer.now())) {
            case DossierMerges.Done done -> HttpResponse.seeOther(PAGE);
            case DossierMerges.Refused refused -> page(HttpStatus.CONFLICT, session, Words.of(refused.reason()));
        };
    }

    private HttpResponse<String> page(HttpStatus status, WebSession session, String message) {
        ZoneId zone = profiles.of(session.organisation()).zone();
        WorkerNames.Names names = workers.of(session.organisation());
        List<MergesPage.Row> rows = theirs(session).stream()
                .map(merge -> new MergesPage.Row(
                        PAGE + "/" + merge.merge(),
                        Reference.of(merge.kept()),
                        Reference.of(merge.merged()),
                        names.of(merge.decidedBy()),
                        Words.time(merge.decidedAt(), zone)))
                .toList();
        return html.of(
                status, "web/merges", new MergesPage(frames.of(session, "Fusions", Section.INBOX), message, rows));
    }

    /** The back office sees all, a head those of their dossiers. */
    private List<DossierMerges.Standing> theirs(WebSession session) {
        List<DossierMerges.Standing> all = merges.standing(session.organisation(), MOST);
        Instant now = viewer.now();
        return database.read(connection -> {
            List<DossierMerges.Standing> theirs = new ArrayList<>();
            for (DossierMerges.Standing merge : all) {
                DossierStandings.DossierStanding kept =
                        standings.of(connection, session.organisation(), session.worker(), merge.kept(), now);
                if (DuplicateReader.mayReview(kept, kept)) {
                    theirs.add(merge);
                }
            }
            return theirs;
        });
    }
}
