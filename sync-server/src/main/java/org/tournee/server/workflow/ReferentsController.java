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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Decision;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.problem.ProblemException;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.sync.RecordId;

/** Who answers for a dossier, and handing it over. Rules: R-REF, R-BO. */
@Controller("/dossiers/{dossier}/referents")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ReferentsController {

    private static final String TEMPLATE = "workflow/referents";

    private final Viewer viewer;
    private final SegmentReader reader;
    private final Handovers handovers;
    private final ReferentsPages pages;
    private final Html html;

    ReferentsController(Viewer viewer, SegmentReader reader, Handovers handovers, ReferentsPages pages, Html html) {
        this.viewer = viewer;
        this.reader = reader;
        this.handovers = handovers;
        this.pages = pages;
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
