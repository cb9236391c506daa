package org.tournee.server.workflow;

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
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.Presence;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.FormFields;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.server.workflow.SegmentPage.AnswerView;
import org.tournee.server.workflow.SegmentPage.Message;
import org.tournee.sync.RecordId;
import org.tournee.workflow.SegmentCommand;

/** « Segment et décisions » of a dossier: seen, signed, exempted. Rules: R-SEG-5, R-SEG-6, R-SEG-7, R-SEG-10. */
@Controller("/dossiers/{dossier}/segment")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class SegmentController {

    private static final String TEMPLATE = "workflow/segment";

    /** What is no rule of the workflow. */
    private enum Notice {
        CHOICE_MISSING,
        STALE;

        Message message() {
            return new Message(Words.of(this), Words.advice(this));
        }
    }

    private final Viewer viewer;
    private final SegmentReader reader;
    private final SegmentPages pages;
    private final SegmentDecisions decisions;
    private final Exemptions exemptions;
    private final Presence presence;
    private final Profiles profiles;
    private final Html html;

    SegmentController(
            Viewer viewer,
            SegmentReader reader,
            SegmentPages pages,
            SegmentDecisions decisions,
            Exemptions exemptions,
            Presence presence,
            Profiles profiles,
            Html html) {
        this.viewer = viewer;
        this.reader = reader;
        this.pages = pages;
        this.decisions = decisions;
        this.exemptions = exemptions;
        this.presence = presence;
        this.profiles = profiles;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID dossier) {
        return html.ok(TEMPLATE, pages.of(session, seen(session, dossier), null, null));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sign(
            WebSession session, HttpRequest<?> request, @PathVariable UUID dossier, @Body Map<String, String> fields) {
        SegmentForm form = new SegmentForm(fields);
        Optional<SegmentCommand> command = form.toCommand();
        if (command.isEmpty()) {
            return again(session, dossier, form, HttpStatus.BAD_REQUEST, Notice.CHOICE_MISSING.message());
        }
        if (command.get().needsPresence()) {
            Presence.Answer there = presence.of(session, request, form.text(SegmentForm.PASSWORD));
            if (there != Presence.Answer.GIVEN) {
                return again(
                        session,
                        dossier,
                        form,
                        HttpStatus.FORBIDDEN,
                        new Message(Words.of(there), Words.advice(there)));
            }
        }
        return carry(session, dossier, form, command.get());
    }

    private HttpResponse<?> carry(WebSession session, UUID dossier, SegmentForm form, SegmentCommand command) {
        SignedCommand signed = new SignedCommand(
                viewer.actor(session),
                session.worker(),
                new DossierId(dossier),
                form.command(),
                command,
                form.expected());
        return switch (decisions.carry(signed, viewer.now())) {
            case CommandAnswer.Done done -> HttpResponse.seeOther(path(dossier));
            case CommandAnswer.Stale stale ->
                again(session, dossier, form, HttpStatus.CONFLICT, Notice.STALE.message());
            case CommandAnswer.Refused refused ->
                again(
                        session,
                        dossier,
                        form,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        new Message(
                                Words.saying(refused.reason(), profiles.wording(session.organisation())),
                                Words.rule(refused.reason().rule()) + " " + Words.advice(refused.reason())));
            case CommandAnswer.Closed closed -> throw closed();
        };
    }

    /** Sent twice, it is granted once: the form carries the id. */
    @Post("/dispenses")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> grant(WebSession session, @PathVariable UUID dossier, @Body Map<String, String> fields) {
        ExemptionForm form = new ExemptionForm(fields);
        Exemptions.Result result = form.wanted(session.worker())
                .map(grant -> exemptions.grant(
                        viewer.actor(session),
                        session.worker(),
                        new DossierId(dossier),
                        form.id(),
                        grant,
                        viewer.now()))
                .orElse(Exemptions.Result.INCOMPLETE);
        return granted(session, dossier, result, form);
    }

    /** Granted as it was asked for, or declined with a reason. */
    @Post("/dispenses/{exemption}/reponse")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(
            WebSession session,
            @PathVariable UUID dossier,
            @PathVariable UUID exemption,
            @Body Map<String, String> fields) {
        FormFields form = new FormFields(fields);
        Exemptions.Result result = form.text("reponse").equals("accorder")
                ? exemptions.follow(
                        viewer.actor(session),
                        session.worker(),
                        new DossierId(dossier),
                        new RecordId(exemption),
                        viewer.now())
                : exemptions.decline(
                        viewer.actor(session),
                        session.worker(),
                        new DossierId(dossier),
                        new RecordId(exemption),
                        form.text("motif"),
                        viewer.now());
        AnswerView typed = new AnswerView(exemption.toString(), form.text("motif"));
        return exempted(dossier, result, message -> pages.afterAnswer(session, seen(session, dossier), typed, message));
    }

    @Post("/dispenses/{exemption}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(WebSession session, @PathVariable UUID dossier, @PathVariable UUID exemption) {
        Exemptions.Result result = exemptions.end(
                viewer.actor(session), session.worker(), new DossierId(dossier), new RecordId(exemption), viewer.now());
        return granted(session, dossier, result, new ExemptionForm(Map.of()));
    }

    private HttpResponse<?> granted(WebSession session, UUID dossier, Exemptions.Result result, ExemptionForm typed) {
        return exempted(
                dossier, result, message -> pages.afterGrant(session, seen(session, dossier), typed.again(), message));
    }

    private HttpResponse<?> exempted(UUID dossier, Exemptions.Result result, Function<Message, SegmentPage> again) {
        if (result == Exemptions.Result.DONE) {
            return HttpResponse.seeOther(path(dossier));
        }
        return html.of(
                HttpStatus.UNPROCESSABLE_ENTITY,
                TEMPLATE,
                again.apply(new Message(Words.of(result), Words.advice(result))));
    }

    private HttpResponse<String> again(
            WebSession session, UUID dossier, SegmentForm form, HttpStatus status, Message message) {
        return html.of(status, TEMPLATE, pages.of(session, seen(session, dossier), form, message));
    }

    private SegmentReader.Seen seen(WebSession session, UUID dossier) {
        return reader.read(session, new DossierId(dossier));
    }

    private static ProblemException closed() {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "not-allowed",
                        "Ce dossier ne vous est pas ouvert : rien n’a été signé. Voyez avec son référent ou sa responsable.")
                .asException();
    }

    private static URI path(UUID dossier) {
        return URI.create("/dossiers/" + dossier + "/segment");
    }
}
