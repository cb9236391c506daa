package org.tournee.server.request;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.request.Request;
import org.tournee.request.RequestStep;
import org.tournee.server.access.WebSession;
import org.tournee.server.conflict.WebEdits;
import org.tournee.server.page.Html;
import org.tournee.server.web.EditAnswers;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.server.workflow.SegmentReader;
import org.tournee.sync.Command;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * Requests from their acknowledgement to an appeal, and mandates with their terms. What is recorded here goes the way of a
 * phone's changes: judged, merged and audited alike. Rules: R-REQ, R-MAN, R-BO.
 */
@Controller("/dossiers/{dossier}/demandes")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class RequestsController {

    private static final String TEMPLATE = "request/requests";
    private static final String MISSING = "Il manque quelque chose : complétez, puis enregistrez à nouveau.";
    private static final String RECEIVED_LATER =
            "La demande serait reçue à une date à venir : notez le jour où elle est arrivée.";
    private static final String REVIEWED_WHEN =
            "Une revue se note le jour où elle a eu lieu : ni à venir, ni avant le début de la mesure ou la revue d’avant.";
    private static final String MEANWHILE =
            "Quelqu’un y a écrit entre-temps : voici où l’on en est. Enregistrez à nouveau si cela convient toujours.";

    private final Viewer viewer;
    private final SegmentReader reader;
    private final RequestsPages pages;
    private final WebEdits edits;
    private final Html html;

    RequestsController(Viewer viewer, SegmentReader reader, RequestsPages pages, WebEdits edits, Html html) {
        this.viewer = viewer;
        this.reader = reader;
        this.pages = pages;
        this.edits = edits;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID dossier) {
        SegmentReader.Seen seen = reader.read(session, new DossierId(dossier));
        return html.ok(TEMPLATE, pages.of(session, seen, "", RequestForm.EMPTY));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> record(WebSession session, @PathVariable UUID dossier, @Body Map<String, String> fields) {
        RequestForm form = new RequestForm(fields);
        SegmentReader.Seen seen = reader.read(session, new DossierId(dossier));
        Optional<Request> request = form.request();
        return request.filter(asked -> asked.demand().receivedOn().isAfter(seen.today()))
                .<HttpResponse<?>>map(
                        asked -> answer(HttpStatus.UNPROCESSABLE_ENTITY, session, seen, RECEIVED_LATER, form))
                .orElseGet(() -> create(session, seen, form, RecordKind.REQUEST, request));
    }

    @Post("/mesures")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> charge(WebSession session, @PathVariable UUID dossier, @Body Map<String, String> fields) {
        RequestForm form = new RequestForm(fields);
        SegmentReader.Seen seen = reader.read(session, new DossierId(dossier));
        return create(session, seen, form, RecordKind.MANDATE, form.mandate());
    }

    @Post("/{request}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> step(
            WebSession session,
            @PathVariable UUID dossier,
            @PathVariable UUID request,
            @Body Map<String, String> fields) {
        SegmentReader.Seen seen = reader.read(session, new DossierId(dossier));
        return change(session, seen, RecordKind.REQUEST, seen.contents().requests(), request, fields, (now, form) -> {
            Optional<RequestStep> step = form.step();
            Optional<LocalDate> day = form.day(RequestForm.DAY);
            if (step.isEmpty() || day.isEmpty()) {
                return new Refused(MISSING);
            }
            return switch (step.get().take(now, day.get(), form.decision(), seen.today())) {
                case RequestStep.Refused refused -> new Refused(Words.of(refused.reason()));
                case RequestStep.Taken taken -> new Changed(taken.request());
            };
        });
    }

    /** Ends a mandate. Rule: R-MAN. */
    @Post("/mesures/{mandate}/fin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(
            WebSession session,
            @PathVariable UUID dossier,
            @PathVariable UUID mandate,
            @Body Map<String, String> fields) {
        SegmentReader.Seen seen = reader.read(session, new DossierId(dossier));
        return change(
                session,
                seen,
                RecordKind.MANDATE,
                seen.contents().mandates(),
                mandate,
                fields,
                (now, form) -> form.day(RequestForm.LAST)
                        .map(last -> ended(now, MandateEnd.of(now, last)))
                        .orElseGet(() -> new Refused(MISSING)));
    }

    private static Answer ended(Mandate now, MandateEnd end) {
        return end.carry(now) instanceof MandateEnd.Refused refused
                ? new Refused(Words.of(refused.reason()))
                : new Asked(end.asCommand());
    }

    /** What is due was looked at: the next review counts from its day. Rule: R-MAN. */
    @Post("/mesures/{mandate}/revue")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> review(
            WebSession session,
            @PathVariable UUID dossier,
            @PathVariable UUID mandate,
            @Body Map<String, String> fields) {
        SegmentReader.Seen seen = reader.read(session, new DossierId(dossier));
        return change(session, seen, RecordKind.MANDATE, seen.contents().mandates(), mandate, fields, (now, form) -> {
            Optional<LocalDate> held = form.day(RequestForm.HELD);
            String conclusion = form.text(RequestForm.CONCLUSION);
            if (held.isEmpty() || conclusion.isEmpty()) {
                return new Refused(MISSING);
            }
            return now.mayBeReviewed(held.get(), seen.today())
                    ? new Changed(now.reviewed(held.get(), session.worker(), conclusion))
                    : new Refused(REVIEWED_WHEN);
        });
    }

    /** What a form makes of a record that there is. */
    private sealed interface Answer {}

    /** It stands so from now on. */
    private record Changed(Object after) implements Answer {}

    /** The state machine of its kind is asked for a step. */
    private record Asked(Command command) implements Answer {}

    /** It stays as it is; {@code why} says what to do. */
    private record Refused(String why) implements Answer {}

    /** Changes a record by a form that was made from it; whatever is refused stands in its form again. */
    private <T> HttpResponse<?> change(
            WebSession session,
            SegmentReader.Seen seen,
            RecordKind kind,
            List<Entry<T>> entries,
            UUID id,
            Map<String, String> fields,
            BiFunction<T, RequestForm, Answer> rule) {
        RequestForm form = new RequestForm(id, fields);
        Optional<Entry<T>> entry = find(entries, id, form);
        if (entry.isEmpty()) {
            return again(session, seen, MEANWHILE, form);
        }
        return switch (rule.apply(entry.get().value(), form)) {
            case Refused refused -> again(session, seen, refused.why(), form);
            case Changed changed ->
                told(
                        session,
                        seen,
                        form,
                        edits.change(
                                viewer.actor(session),
                                seen.contents().id(),
                                kind,
                                entry.get(),
                                changed.after(),
                                viewer.now()));
            case Asked asked ->
                told(
                        session,
                        seen,
                        form,
                        edits.ask(
                                viewer.actor(session),
                                seen.contents().id(),
                                kind,
                                entry.get(),
                                asked.command(),
                                viewer.now()));
        };
    }

    private HttpResponse<?> told(WebSession session, SegmentReader.Seen seen, RequestForm form, Outcome outcome) {
        DossierId dossier = seen.contents().id();
        return EditAnswers.trouble(outcome)
                .<HttpResponse<?>>map(why -> again(session, reader.read(session, dossier), why, form))
                .orElseGet(() -> HttpResponse.seeOther(path(seen)));
    }

    private HttpResponse<?> create(
            WebSession session, SegmentReader.Seen seen, RequestForm form, RecordKind kind, Optional<?> value) {
        Optional<RecordId> id = form.id();
        if (id.isEmpty() || value.isEmpty()) {
            return answer(HttpStatus.BAD_REQUEST, session, seen, MISSING, form);
        }
        DossierId dossier = seen.contents().id();
        Outcome outcome = edits.create(viewer.actor(session), dossier, kind, id.get(), value.get(), viewer.now());
        return EditAnswers.trouble(outcome)
                .<HttpResponse<?>>map(why -> answer(HttpStatus.UNPROCESSABLE_ENTITY, session, seen, why, form))
                .orElseGet(() -> HttpResponse.seeOther(path(seen)));
    }

    /** The record in the revision that the form was made from. */
    private static <T> Optional<Entry<T>> find(List<Entry<T>> entries, UUID id, RequestForm form) {
        return entries.stream()
                .filter(entry -> entry.id().value().equals(id) && entry.rev() == form.rev())
                .findFirst();
    }

    private HttpResponse<String> again(WebSession session, SegmentReader.Seen seen, String message, RequestForm typed) {
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, session, seen, message, typed);
    }

    private HttpResponse<String> answer(
            HttpStatus status, WebSession session, SegmentReader.Seen seen, String message, RequestForm typed) {
        return html.of(status, TEMPLATE, pages.of(session, seen, message, typed));
    }

    private static URI path(SegmentReader.Seen seen) {
        return URI.create("/dossiers/" + seen.contents().id() + "/demandes");
    }
}
