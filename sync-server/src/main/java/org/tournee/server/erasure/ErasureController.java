package org.tournee.server.erasure;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
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
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.Presence;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.problem.Problem;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Viewer;
import org.tournee.server.workflow.SegmentReader;

/**
 * Erases a dossier: its head says why, types the household's name and gives the password once more. Rules: R-GDPR, R-BO.
 */
@Controller("/dossiers/{dossier}/effacement")
@Secured("TEAM_HEAD")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ErasureController {

    private final Viewer viewer;
    private final SegmentReader reader;
    private final EraseDossier erasing;
    private final Presence presence;
    private final Frames frames;
    private final Html html;

    ErasureController(
            Viewer viewer, SegmentReader reader, EraseDossier erasing, Presence presence, Frames frames, Html html) {
        this.viewer = viewer;
        this.reader = reader;
        this.erasing = erasing;
        this.presence = presence;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> ask(WebSession session, @PathVariable UUID dossier) {
        DossierId id = new DossierId(dossier);
        return isDone(session, id) ? done(session) : html.ok("erasure/erase", page(session, id, ""));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> erase(
            WebSession session, HttpRequest<?> request, @PathVariable UUID dossier, @Body Map<String, String> form) {
        DossierId id = new DossierId(dossier);
        if (isDone(session, id)) {
            return done(session);
        }
        ErasurePage page = page(session, id, "");
        Optional<ErasureReason> reason = reason(form.getOrDefault("motif", ""));
        if (reason.isEmpty()) {
            return again(page, "Dites pourquoi ce dossier est effacé.");
        }
        if (!asTyped(page.household()).equals(asTyped(form.getOrDefault("menage", "")))) {
            return again(page, "Le nom du ménage n’est pas celui de ce dossier.");
        }
        return switch (presence.of(session, request, form.get("motdepasse"))) {
            case MISSING -> again(page, "Donnez votre mot de passe pour effacer ce dossier.");
            case WRONG -> again(page, "Ce mot de passe n’est pas le vôtre.");
            case LOCKED -> again(page, "Trop d’essais : attendez un moment.");
            case GIVEN -> erased(session, page, id, reason.get());
        };
    }

    private HttpResponse<String> erased(WebSession session, ErasurePage page, DossierId id, ErasureReason reason) {
        return switch (erasing.erase(viewer.actor(session), session.worker(), id, reason, viewer.now())) {
            case ERASED -> done(session);
            case MERGED -> again(page, "Ce dossier continue dans un autre : effacez celui-là, ou séparez-les d’abord.");
            case NOT_ALLOWED -> throw notAllowed();
            case UNKNOWN -> throw unknown();
        };
    }

    private boolean isDone(WebSession session, DossierId id) {
        return erasing.isErasedBy(session.organisation(), session.worker(), id);
    }

    private HttpResponse<String> done(WebSession session) {
        return html.ok("erasure/erased", frame(session));
    }

    private HttpResponse<String> again(ErasurePage page, String error) {
        return html.of(HttpStatus.UNPROCESSABLE_ENTITY, "erasure/erase", page.with(error));
    }

    /** Reading it is audited like any reading; nobody else than its head gets so far. */
    private ErasurePage page(WebSession session, DossierId id, String error) {
        SegmentReader.Seen seen = reader.read(session, id);
        if (!seen.standing().may(Act.ERASE, Subject.dossier(), null)) {
            throw notAllowed();
        }
        return new ErasurePage(
                frame(session),
                id.toString(),
                seen.contents().dossier().value().household().name(),
                !presence.isFresh(session),
                error);
    }

    private Shell frame(WebSession session) {
        return frames.of(session, "Effacer un dossier", Section.DOSSIERS);
    }

    /** A page shows one space where a name was written with two: nobody could type it as it is. */
    private static String asTyped(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    private static Optional<ErasureReason> reason(String code) {
        return Arrays.stream(ErasureReason.values())
                .filter(reason -> reason.name().equals(code))
                .findFirst();
    }

    private static RuntimeException notAllowed() {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "not-allowed",
                        "Seule la responsable de ce dossier peut l’effacer : dites-lui pourquoi il devrait l’être.")
                .asException();
    }

    private static RuntimeException unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-dossier", "Ce dossier n’existe pas.")
                .asException();
    }
}
