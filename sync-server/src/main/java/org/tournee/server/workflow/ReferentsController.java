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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Decision;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentWish;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.conflict.WebEdits;
import org.tournee.server.page.FormFields;
import org.tournee.server.page.Html;
import org.tournee.server.problem.ProblemException;
import org.tournee.server.web.EditAnswers;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Who answers for a dossier, and handing it over. Rules: R-REF, R-BO. */
@Controller("/dossiers/{dossier}/referents")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ReferentsController {

    private static final String TEMPLATE = "workflow/referents";
    private static final String SAID_LATER =
            "Un souhait se note avec le jour où la personne l’a dit, pas à venir : complétez, puis enregistrez à nouveau.";
    private static final String MEANWHILE =
            "Quelqu’un a écrit au dossier entre-temps : voici ce qui s’y trouve. Enregistrez à nouveau si cela convient.";

    private final Viewer viewer;
    private final SegmentReader reader;
    private final Handovers handovers;
    private final ReferentsPages pages;
    private final WebEdits edits;
    private final Html html;

    ReferentsController(
            Viewer viewer, SegmentReader reader, Handovers handovers, ReferentsPages pages, WebEdits edits, Html html) {
        this.viewer = viewer;
        this.reader = reader;
        this.handovers = handovers;
        this.pages = pages;
        this.edits = edits;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID dossier) {
        return html.ok(TEMPLATE, pages.of(session, reader.read(session, new DossierId(dossier))));
    }

    /** What was written comes back with the page where it is refused. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> handOver(WebSession session, @PathVariable UUID dossier, @Body Map<String, String> form) {
        DossierId id = new DossierId(dossier);
        ReferentsPage.Written written = new ReferentsPage.Written(
                form.getOrDefault("qui", ""),
                form.getOrDefault("du", ""),
                form.getOrDefault("retour", ""),
                form.getOrDefault("note", "").strip());
        String role = form.getOrDefault("titre", "");
        Handover handover = read(role, written);
        if (handover == null) {
            return again(session, id, written, role, "Choisissez une personne et une date.");
        }
        return switch (handovers.carry(viewer.actor(session), session.worker(), id, handover, viewer.now())) {
            case Handovers.Done done -> HttpResponse.seeOther(path(id));
            case Handovers.Refused refused -> again(session, id, written, role, Words.of(refused.reason()));
            case Handovers.CaseloadFull full ->
                again(
                        session,
                        id,
                        written,
                        role,
                        "Cette personne a autant de dossiers qu’un téléphone en tient. Choisissez quelqu’un d’autre.");
            case Handovers.NotTheHead notTheHead -> throw notTheHead();
        };
    }

    /** Writes down whom the person would like, or that they wish nothing any more. Rule: R-REF. */
    @Post("/souhait")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wish(WebSession session, @PathVariable UUID dossier, @Body Map<String, String> form) {
        DossierId id = new DossierId(dossier);
        FormFields sent = new FormFields(form);
        SegmentReader.Seen seen = reader.read(session, id);
        Entry<Dossier> now = seen.contents().dossier();
        Optional<ReferentWish> wish = WishForm.read(sent, seen.today());
        if (wish.isEmpty()) {
            return again(session, id, sent, SAID_LATER);
        }
        if (now.rev() != sent.number(WishForm.REV)) {
            return again(session, id, sent, MEANWHILE);
        }
        Outcome outcome = edits.change(
                viewer.actor(session), id, RecordKind.DOSSIER, now, WishForm.on(now.value(), wish.get()), viewer.now());
        return EditAnswers.trouble(outcome)
                .<HttpResponse<?>>map(why -> again(session, id, sent, why))
                .orElseGet(() -> HttpResponse.seeOther(path(id)));
    }

    private HttpResponse<String> again(WebSession session, DossierId id, FormFields sent, String why) {
        ReferentsPage page = pages.of(session, reader.read(session, id));
        return html.of(HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, page.refused(sent, why));
    }

    @Post("/{replacement}/fin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(WebSession session, @PathVariable UUID dossier, @PathVariable UUID replacement) {
        DossierId id = new DossierId(dossier);
        boolean may = handovers.endReplacement(
                viewer.actor(session), session.worker(), id, new RecordId(replacement), viewer.now());
        if (!may) {
            throw notTheHead();
        }
        return HttpResponse.seeOther(path(id));
    }

    private static @Nullable Handover read(String role, ReferentsPage.Written written) {
        try {
            String until = written.until();
            return new Handover(
                    new WorkerId(UUID.fromString(written.worker())),
                    ReferentRole.valueOf(role),
                    LocalDate.parse(written.from()),
                    until.isEmpty() ? null : LocalDate.parse(until),
                    written.note().isEmpty() ? null : written.note());
        } catch (IllegalArgumentException | DateTimeException e) {
            return null; // no form of ours, or one with a gap: asked for again
        }
    }

    private HttpResponse<String> again(
            WebSession session, DossierId id, ReferentsPage.Written written, String role, String why) {
        ReferentsPage page = pages.of(session, reader.read(session, id));
        return html.of(HttpStatus.BAD_REQUEST, TEMPLATE, page.refused(written, role, why));
    }

    private static ProblemException notTheHead() {
        return SegmentReader.hidden(Decision.Refusal.ONLY_THE_HEAD.name());
    }

    private static URI path(DossierId dossier) {
        return URI.create("/dossiers/" + dossier + "/referents");
    }
}
