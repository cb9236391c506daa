package org.tournee.server.agreement;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.agreement.AgreementCheck;
import org.tournee.agreement.AgreementCheck.Wrong;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.agreement.ServiceAgreement.Terms;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.server.access.WebSession;
import org.tournee.server.agreement.AgreementsPages.Refused;
import org.tournee.server.conflict.WebEdits;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;
import org.tournee.server.web.EditAnswers;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.server.workflow.SegmentReader;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * Agreements are read whole, written, corrected and ended in the browser by whoever may on the phone. What is written goes
 * the way of a phone's changes: judged, merged and audited alike. Rules: R-SEG-9, R-SHARE, R-REC.
 */
@Controller("/dossiers/{dossier}/conventions")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class AgreementsController {

    private static final String TEMPLATE = "agreement/agreements";
    private static final String NO_FORM = "Rouvrez la page, puis recommencez.";
    private static final String MEANWHILE =
            "Quelqu’un y a écrit entre-temps : voici où l’on en est. Enregistrez à nouveau si cela convient toujours.";

    private final Viewer viewer;
    private final SegmentReader reader;
    private final AgreementsPages pages;
    private final WorkerNames workers;
    private final WebEdits edits;
    private final Html html;

    AgreementsController(
            Viewer viewer,
            SegmentReader reader,
            AgreementsPages pages,
            WorkerNames workers,
            WebEdits edits,
            Html html) {
        this.viewer = viewer;
        this.reader = reader;
        this.pages = pages;
        this.workers = workers;
        this.edits = edits;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID dossier) {
        return html.ok(TEMPLATE, pages.of(session, reader.read(session, new DossierId(dossier)), null));
    }

    /** Writes a new one, or corrects one on the revision that was seen. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> write(WebSession session, @PathVariable UUID dossier, @Body Map<String, String> fields) {
        AgreementForm form = new AgreementForm(fields);
        RecordId id = id(form);
        SegmentReader.Seen seen = reader.read(session, new DossierId(dossier));
        Entry<ServiceAgreement> entry = find(seen, id, form).orElse(null);
        if (entry == null && form.rev() != 0) {
            return again(session, seen, List.of(MEANWHILE), form);
        }
        List<RecordId> unseen = entry == null
                ? List.of()
                : new AgreementForms(
                                seen.contents(), workers.of(session.organisation()), session.worker(), seen.today())
                        .unseen(entry.value());
        ServiceAgreement typed = form.agreement(unseen);
        List<String> wrong = wrong(typed, form, seen.today());
        return wrong.isEmpty() ? keep(session, seen, id, entry, typed, form) : again(session, seen, wrong, form);
    }

    /** Ends one: it runs until that day. */
    @Post("/{agreement}/fin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(
            WebSession session,
            @PathVariable UUID dossier,
            @PathVariable UUID agreement,
            @Body Map<String, String> fields) {
        AgreementForm form = new AgreementForm(fields).about(agreement);
        SegmentReader.Seen seen = reader.read(session, new DossierId(dossier));
        Entry<ServiceAgreement> entry = find(seen, id(form), form).orElse(null);
        if (entry == null) {
            return again(session, seen, List.of(MEANWHILE), form);
        }
        Terms terms = entry.value().terms();
        LocalDate last = form.last().orElse(null);
        ServiceAgreement ended = new ServiceAgreement(
                new Terms(terms.commitments(), terms.signedOn(), last, terms.exceptionReason()),
                entry.value().mutual());
        // What its form asks for besides may be missing in one from before it was asked for.
        boolean early = AgreementCheck.of(ended, seen.today()).contains(Wrong.ENDS_EARLY);
        return last == null || early
                ? again(session, seen, List.of(Words.of(Wrong.ENDS_EARLY)), form)
                : keep(session, seen, entry.id(), entry, ended, form);
    }

    private static RecordId id(AgreementForm form) {
        return form.id()
                .orElseThrow(() ->
                        Problem.of(HttpStatus.BAD_REQUEST, "no-form", NO_FORM).asException());
    }

    private static List<String> wrong(ServiceAgreement typed, AgreementForm form, LocalDate today) {
        Set<Wrong> found = AgreementCheck.of(typed, today);
        List<String> words = new ArrayList<>(found.stream().map(Words::of).toList());
        if (form.endsOnNoDay() && !found.contains(Wrong.ENDS_EARLY)) {
            words.add(Words.of(Wrong.ENDS_EARLY));
        }
        return words;
    }

    private HttpResponse<?> keep(
            WebSession session,
            SegmentReader.Seen seen,
            RecordId id,
            @Nullable Entry<ServiceAgreement> entry,
            ServiceAgreement agreement,
            AgreementForm form) {
        DossierId dossier = seen.contents().id();
        RecordKind kind = RecordKind.SERVICE_AGREEMENT;
        Outcome outcome = entry == null
                ? edits.create(viewer.actor(session), dossier, kind, id, agreement, viewer.now())
                : edits.change(viewer.actor(session), dossier, kind, entry, agreement, viewer.now());
        return EditAnswers.trouble(outcome)
                .<HttpResponse<?>>map(why -> again(session, reader.read(session, dossier), List.of(why), form))
                .orElseGet(() -> HttpResponse.seeOther(URI.create("/dossiers/" + dossier + "/conventions")));
    }

    /** The agreement in the revision that the form was made from. */
    private static Optional<Entry<ServiceAgreement>> find(SegmentReader.Seen seen, RecordId id, AgreementForm form) {
        return seen.contents().agreements().stream()
                .filter(entry -> entry.id().equals(id) && entry.rev() == form.rev())
                .findFirst();
    }

    private HttpResponse<String> again(
            WebSession session, SegmentReader.Seen seen, List<String> wrong, AgreementForm typed) {
        return html.of(HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, pages.of(session, seen, new Refused(wrong, typed)));
    }
}
