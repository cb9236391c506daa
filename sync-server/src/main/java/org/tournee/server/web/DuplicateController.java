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
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.tournee.server.access.WebSession;
import org.tournee.server.duplicate.DossierMerges;
import org.tournee.server.duplicate.Duplicates;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;
import org.tournee.sync.RecordId;

/** Two records that look like one person's: told apart, or made one. Rules: R-DUP, R-SHARE. */
@Controller("/doublons/{one}/{other}")
@Secured({"TEAM_HEAD", "BACK_OFFICE"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class DuplicateController {

    private static final String CHOICE = "choix";
    private static final String TWO = "deux";
    private static final URI OPEN = URI.create("/a-traiter?quoi=doublons&mien=non");

    private final Viewer viewer;
    private final DuplicateReader reader;
    private final DuplicatePages pages;
    private final Duplicates duplicates;
    private final DossierMerges merges;
    private final Html html;

    DuplicateController(
            Viewer viewer,
            DuplicateReader reader,
            DuplicatePages pages,
            Duplicates duplicates,
            DossierMerges merges,
            Html html) {
        this.viewer = viewer;
        this.reader = reader;
        this.pages = pages;
        this.duplicates = duplicates;
        this.merges = merges;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID one, @PathVariable UUID other) {
        return page(HttpStatus.OK, session, find(session, one, other), "");
    }

    /** Doing it again, or after somebody else, changes nothing. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(
            WebSession session, @PathVariable UUID one, @PathVariable UUID other, @Body Map<String, String> form) {
        DuplicateReader.Pair pair = find(session, one, other);
        return switch (form.getOrDefault(CHOICE, "")) {
            case DuplicatePages.KEEP_ONE -> merge(session, pair, pair.one(), pair.other());
            case DuplicatePages.KEEP_OTHER -> merge(session, pair, pair.other(), pair.one());
            case TWO -> {
                duplicates.dismiss(viewer.actor(session), session.worker(), pair.proposal(), viewer.now());
                yield HttpResponse.seeOther(OPEN);
            }
            default -> page(HttpStatus.BAD_REQUEST, session, pair, "Il manque votre choix : le voici à nouveau.");
        };
    }

    private HttpResponse<?> merge(
            WebSession session, DuplicateReader.Pair pair, DuplicateReader.Side kept, DuplicateReader.Side merged) {
        DossierMerges.Result result = merges.merge(
                viewer.actor(session),
                session.worker(),
                kept.id(),
                merged.id(),
                Map.of(merged.person(), kept.person()),
                viewer.now());
        return switch (result) {
            case DossierMerges.Done done -> HttpResponse.seeOther(MergesController.PAGE);
            case DossierMerges.Refused refused -> page(HttpStatus.CONFLICT, session, pair, Words.of(refused.reason()));
        };
    }

    private HttpResponse<String> page(
            HttpStatus status, WebSession session, DuplicateReader.Pair pair, String message) {
        return html.of(status, "web/duplicate", pages.of(session, pair, message));
    }

    private DuplicateReader.Pair find(WebSession session, UUID one, UUID other) {
        return reader.read(session, new RecordId(one), new RecordId(other))
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "unknown-duplicate",
                                "Ces deux fiches n’attendent plus de décision, ou pas de votre part.")
                        .asException());
    }
}
