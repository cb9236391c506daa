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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.problem.Problem;
import org.tournee.server.store.Handovers;
import org.tournee.server.store.ServerDossiers;
import org.tournee.sync.RecordId;

/** Who answers for a dossier, and handing it over. Rules: R-REF, R-BO. */
@Controller("/dossiers/{dossier}/referents")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ReferentsController {

    private static final String TEMPLATE = "web/referents";

    private final Viewer viewer;
    private final Handovers handovers;
    private final ReferentsPages pages;
    private final Frames frames;
    private final Html html;

    ReferentsController(Viewer viewer, Handovers handovers, ReferentsPages pages, Frames frames, Html html) {
        this.viewer = viewer;
        this.handovers = handovers;
        this.pages = pages;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> show(WebSession session, @PathVariable UUID dossier) {
        DossierId id = new DossierId(dossier);
        return switch (viewer.read(session, id)) {
            case ServerDossiers.Opened opened -> html.ok(TEMPLATE, pages.of(session, opened.contents()));
            case ServerDossiers.Refused refused -> closed(session, id, refused.reason());
            case ServerDossiers.Unknown unknown ->
                throw Problem.of(HttpStatus.NOT_FOUND, "unknown-dossier", "Ce dossier n’existe pas.")
                        .asException();
        };
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
        return switch (handovers.carry(viewer.actor(session), id, handover, viewer.now())) {
            case Handovers.Done done -> HttpResponse.seeOther(URI.create("/dossiers/" + id + "/referents"));
            case Handovers.Refused refused -> again(session, id, written, role, Words.of(refused.reason()));
            case Handovers.CaseloadFull full ->
                again(session, id, written, role, "Cette personne a autant de dossiers qu’un téléphone en tient.");
            case Handovers.NotTheHead notTheHead -> closed(session, id, "ONLY_THE_HEAD");
        };
    }

    @Post("/{replacement}/fin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(WebSession session, @PathVariable UUID dossier, @PathVariable UUID replacement) {
        DossierId id = new DossierId(dossier);
        boolean may = handovers.endReplacement(viewer.actor(session), id, new RecordId(replacement), viewer.now());
        return may
                ? HttpResponse.seeOther(URI.create("/dossiers/" + id + "/referents"))
                : closed(session, id, "ONLY_THE_HEAD");
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
        if (viewer.read(session, id) instanceof ServerDossiers.Opened opened) {
            return html.of(
                    HttpStatus.BAD_REQUEST,
                    TEMPLATE,
                    pages.of(session, opened.contents()).refused(written, role, why));
        }
        return closed(session, id, "ONLY_THE_HEAD");
    }

    private HttpResponse<String> closed(WebSession session, DossierId id, String refusal) {
        return html.of(
                HttpStatus.FORBIDDEN,
                "web/refused",
                RefusedPage.of(frames.of(session, "Dossier fermé", Section.DOSSIERS), id, refusal));
    }
}
