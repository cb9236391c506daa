package org.tournee.server.web;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.conflict.WebEdits;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;
import org.tournee.sync.Conflict;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.Settlement;

/** One conflict: seen, and settled by whoever may. Rules: R-REC, R-SHARE. */
@Controller("/divergences/{dossier}/{conflict}")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ConflictController {

    private static final String CHOICE = "choix";
    private static final String SEEN = "vu";
    private static final String WRITTEN = "ecrit";

    private final Viewer viewer;
    private final ConflictReader reader;
    private final ConflictPages pages;
    private final WebEdits edits;
    private final Html html;

    ConflictController(Viewer viewer, ConflictReader reader, ConflictPages pages, WebEdits edits, Html html) {
        this.viewer = viewer;
        this.reader = reader;
        this.pages = pages;
        this.edits = edits;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID dossier, @PathVariable UUID conflict) {
        return page(HttpStatus.OK, session, find(session, dossier, conflict), "");
    }

    /** Doing it again, or after somebody else, changes nothing and says what stands. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> settle(
            WebSession session,
            @PathVariable UUID dossier,
            @PathVariable UUID conflict,
            @Body Map<String, String> form) {
        ConflictReader.Seen found = find(session, dossier, conflict);
        Conflict shown = found.conflict();
        if (!shown.state().open()) {
            return page(
                    HttpStatus.CONFLICT, session, found, "Cette divergence est déjà tranchée : voici ce qui tient.");
        }
        List<String> seen = ConflictPages.seen(form.getOrDefault(SEEN, ""));
        if (!new HashSet<>(seen).containsAll(ConflictPages.seen(ConflictPages.seen(shown)))) {
            return page(
                    HttpStatus.CONFLICT,
                    session,
                    found,
                    "Une autre saisie est arrivée entre-temps : la voici, choisissez à nouveau.");
        }
        Optional<Settlement> settlement = settlement(session, shown, seen, form);
        if (settlement.isEmpty()) {
            return page(
                    HttpStatus.BAD_REQUEST,
                    session,
                    found,
                    "Il manque quelque chose : choisissez une saisie, ou remplissez tous les champs.");
        }
        Outcome outcome =
                edits.settle(viewer.actor(session), found.dossier(), found.id(), settlement.get(), viewer.now());
        return answer(session, dossier, conflict, outcome);
    }

    private HttpResponse<String> answer(WebSession session, UUID dossier, UUID conflict, Outcome outcome) {
        ConflictReader.Seen after = find(session, dossier, conflict);
        return switch (outcome.verdict()) {
            case APPLIED, MERGED ->
                page(
                        HttpStatus.OK,
                        session,
                        after,
                        "C’est tranché. Les téléphones concernés le montreront à leur prochain échange.");
            case CONFLICT ->
                page(
                        HttpStatus.CONFLICT,
                        session,
                        after,
                        "Une autre saisie est arrivée entre-temps : la divergence reste ouverte.");
            case STALE_COMMAND ->
                page(HttpStatus.CONFLICT, session, after, "Quelqu’un l’a tranchée avant vous : voici ce qui tient.");
            case ERASED ->
                throw Problem.of(HttpStatus.NOT_FOUND, "unknown-dossier", "Ce dossier a été effacé.")
                        .asException();
            case RETURNED -> {
                ReturnReason reason = outcome.reason();
                HttpStatus status =
                        reason == ReturnReason.NOT_ALLOWED ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_ENTITY;
                yield page(
                        status,
                        session,
                        after,
                        "Ce choix n’a pas été retenu : " + (reason == null ? "refusé" : Words.of(reason)) + ".");
            }
        };
    }

    private Optional<Settlement> settlement(
            WebSession session, Conflict conflict, List<String> seen, Map<String, String> form) {
        String choice = form.getOrDefault(CHOICE, "");
        if (choice.equals(WRITTEN)) {
            return pages.written(session, conflict).read(form).map(value -> new Settlement(seen, value));
        }
        return conflict.variants().all().stream()
                .filter(variant -> variant.id().equals(choice))
                .findFirst()
                .map(variant -> new Settlement(seen, variant.value()));
    }

    private HttpResponse<String> page(
            HttpStatus status, WebSession session, ConflictReader.Seen found, String message) {
        return html.of(status, "web/conflict", pages.of(session, found, message));
    }

    private ConflictReader.Seen find(WebSession session, UUID dossier, UUID conflict) {
        return switch (reader.read(session, new DossierId(dossier), new RecordId(conflict))) {
            case ConflictReader.Seen seen -> seen;
            case ConflictReader.Hidden hidden ->
                throw Problem.of(HttpStatus.FORBIDDEN, "not-allowed", Words.of(hidden.reason()))
                        .asException();
            case ConflictReader.Unknown unknown ->
                throw Problem.of(HttpStatus.NOT_FOUND, "unknown-conflict", "Cette divergence n’existe pas, ou plus.")
                        .asException();
        };
    }
}
