package org.tournee.server.workflow;

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
import java.util.Optional;
import java.util.UUID;
import org.tournee.access.Decision;
import org.tournee.closure.Closure;
import org.tournee.closure.ClosureCarried;
import org.tournee.closure.ClosureCommand;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.FormFields;
import org.tournee.server.page.Html;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.server.workflow.SegmentPage.Message;
import org.tournee.sync.RecordId;

/** The end of a follow-up with its reason, and its new beginning by the head. Rules: R-SEG-5, R-SHARE, R-BO. */
@Controller("/dossiers/{dossier}/cloture")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ClosureController {

    private static final String TEMPLATE = "workflow/closure";
    private static final FormFields NOTHING = new FormFields(Map.of());
    private static final Message MISSING =
            new Message("Il manque comment le suivi se termine.", "Choisissez, puis confirmez. Rien n’a changé.");
    private static final Message MEANWHILE = new Message(
            "La situation a changé entre-temps : rien n’a été fait.",
            "Voici où en est le dossier. Ce que vous aviez écrit est gardé ci-dessous.");

    private final Viewer viewer;
    private final SegmentReader reader;
    private final Closures closures;
    private final ClosurePages pages;
    private final Html html;

    ClosureController(Viewer viewer, SegmentReader reader, Closures closures, ClosurePages pages, Html html) {
        this.viewer = viewer;
        this.reader = reader;
        this.closures = closures;
        this.pages = pages;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID dossier) {
        return html.ok(TEMPLATE, pages.of(session, reader.read(session, new DossierId(dossier)), NOTHING, null));
    }

    /** Sent twice, it is closed once: the form carries the id. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(WebSession session, @PathVariable UUID dossier, @Body Map<String, String> fields) {
        FormFields form = new FormFields(fields);
        Optional<UUID> id = form.id(ClosurePages.ID);
        Optional<Closure.Exit> exit = form.code(ClosurePages.EXIT, Closure.Exit.class);
        if (id.isEmpty() || exit.isEmpty()) {
            return again(session, dossier, form, HttpStatus.BAD_REQUEST, MISSING);
        }
        ClosureCommand command = new ClosureCommand.Close(
                new RecordId(id.get()),
                (int) form.number(ClosurePages.AFTER),
                exit.get(),
                form.text(ClosurePages.ORIENTED_TO),
                form.text(ClosurePages.REASON));
        return carry(session, dossier, form, command);
    }

    @Post("/reouverture")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reopen(WebSession session, @PathVariable UUID dossier, @Body Map<String, String> fields) {
        FormFields form = new FormFields(fields);
        Optional<UUID> closure = form.id(ClosurePages.ID);
        return closure.isEmpty()
                ? again(session, dossier, form, HttpStatus.CONFLICT, MEANWHILE)
                : carry(
                        session,
                        dossier,
                        form,
                        new ClosureCommand.Reopen(new RecordId(closure.get()), form.text(ClosurePages.REASON)));
    }

    private HttpResponse<?> carry(WebSession session, UUID dossier, FormFields form, ClosureCommand command) {
        ClosureCarried carried = closures.carry(new SignedClosure(
                        viewer.actor(session), session.worker(), new DossierId(dossier), command, viewer.now()))
                .orElseThrow(() -> SegmentReader.hidden(Decision.Refusal.NEEDS_REASON.name()));
        return switch (carried) {
            case ClosureCarried.Done done -> HttpResponse.seeOther(path(dossier));
            case ClosureCarried.Repeated repeated -> HttpResponse.seeOther(path(dossier));
            case ClosureCarried.Stale stale -> again(session, dossier, form, HttpStatus.CONFLICT, MEANWHILE);
            case ClosureCarried.Refused refused ->
                again(
                        session,
                        dossier,
                        form,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        new Message(
                                Words.of(refused.reason()),
                                refused.reason()
                                                .rule()
                                                .map(rule -> Words.rule(rule) + " ")
                                                .orElse("")
                                        + Words.advice(refused.reason())));
        };
    }

    private HttpResponse<String> again(
            WebSession session, UUID dossier, FormFields form, HttpStatus status, Message message) {
        return html.of(
                status, TEMPLATE, pages.of(session, reader.read(session, new DossierId(dossier)), form, message));
    }

    private static URI path(UUID dossier) {
        return URI.create("/dossiers/" + dossier + "/cloture");
    }
}
