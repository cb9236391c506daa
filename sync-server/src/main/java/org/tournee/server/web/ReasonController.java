package org.tournee.server.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tournee.access.Decision;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.store.ServerDossiers;

/** Opens a dossier that is not one's own by a stated reason; its head reads the reason. Rule: R-SHARE. */
@Controller("/dossiers/{dossier}/motif")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ReasonController {

    /** Shorter is no reason that a head could weigh. */
    private static final int SHORTEST = 10;

    static final int LONGEST = 500;

    private final Viewer viewer;
    private final ServerDossiers dossiers;
    private final Frames frames;
    private final Html html;

    ReasonController(Viewer viewer, ServerDossiers dossiers, Frames frames, Html html) {
        this.viewer = viewer;
        this.dossiers = dossiers;
        this.frames = frames;
        this.html = html;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> state(WebSession session, @PathVariable UUID dossier, @Body Map<String, String> form) {
        DossierId id = new DossierId(dossier);
        String reason = form.getOrDefault("motif", "").strip();
        if (reason.length() < SHORTEST || reason.length() > LONGEST) {
            return html.of(
                    HttpStatus.BAD_REQUEST,
                    "web/refused",
                    page(session, id, Decision.Refusal.NEEDS_REASON)
                            .withReason(
                                    reason, "Dites en une phrase pourquoi ce dossier doit être ouvert maintenant."));
        }
        Optional<Decision.Refusal> refusal =
                dossiers.stateReason(viewer.actor(session), session.worker(), id, reason, viewer.now());
        return refusal.isEmpty()
                ? HttpResponse.seeOther(URI.create("/dossiers/" + id))
                : html.of(HttpStatus.FORBIDDEN, "web/refused", page(session, id, refusal.get()));
    }

    private RefusedPage page(WebSession session, DossierId dossier, Decision.Refusal refusal) {
        return RefusedPage.of(frames.of(session, "Dossier fermé", Section.DOSSIERS), dossier, refusal.name());
    }
}
