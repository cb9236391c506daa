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
import java.util.UUID;
import org.tournee.server.access.WebSession;
import org.tournee.server.conflict.SettleReturn;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;
import org.tournee.sync.RecordId;

/** One change that came back: seen, and closed by whoever may. Rules: R-REC, R-SHARE. */
@Controller("/retours/{returned}")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ReturnController {

    private static final URI INBOX = URI.create("/a-traiter");

    private final Viewer viewer;
    private final ReturnReader reader;
    private final ReturnPages pages;
    private final SettleReturn settling;
    private final Html html;

    ReturnController(Viewer viewer, ReturnReader reader, ReturnPages pages, SettleReturn settling, Html html) {
        this.viewer = viewer;
        this.reader = reader;
        this.pages = pages;
        this.settling = settling;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID returned) {
        return switch (reader.read(session, new RecordId(returned))) {
            case ReturnReader.Seen seen -> html.ok("web/return", pages.of(session, seen));
            case ReturnReader.Hidden hidden -> throw notAllowed();
            case ReturnReader.Unknown unknown ->
                throw Problem.of(HttpStatus.NOT_FOUND, "unknown-return", "Cette saisie n’attend plus, ou n’existe pas.")
                        .asException();
        };
    }

    /** Doing it again, or after somebody else, changes nothing. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(WebSession session, @PathVariable UUID returned) {
        return switch (settling.close(viewer.actor(session), session.worker(), new RecordId(returned), viewer.now())) {
            case CLOSED, NOT_OPEN -> HttpResponse.seeOther(INBOX);
            case NOT_ALLOWED -> throw notAllowed();
        };
    }

    private static ProblemException notAllowed() {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "not-allowed",
                        "Cette saisie revient à son auteur, au référent ou à la responsable : demandez-leur de la régler.")
                .asException();
    }
}
