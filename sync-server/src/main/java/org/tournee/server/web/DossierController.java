package org.tournee.server.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Set;
import java.util.UUID;
import org.tournee.access.Link;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.problem.Problem;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.ServerDossiers;

/** One dossier on one page. Rules: R-REF, R-BO. */
@Controller("/dossiers/{dossier}")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class DossierController {

    private final Viewer viewer;
    private final DossierPages pages;
    private final LinkedDossiers linked;
    private final PaceSurvey survey;
    private final Profiles profiles;
    private final Frames frames;
    private final Html html;

    DossierController(
            Viewer viewer,
            DossierPages pages,
            LinkedDossiers linked,
            PaceSurvey survey,
            Profiles profiles,
            Frames frames,
            Html html) {
        this.viewer = viewer;
        this.pages = pages;
        this.linked = linked;
        this.survey = survey;
        this.profiles = profiles;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> dossier(WebSession session, @PathVariable UUID dossier) {
        DossierId id = new DossierId(dossier);
        return switch (viewer.read(session, id)) {
            case ServerDossiers.Opened opened -> {
                Set<Link> links = linked.of(
                                session.organisation(),
                                session.worker(),
                                survey.today(session.organisation()),
                                profiles.of(session.organisation()))
                        .getOrDefault(id, Set.of());
                yield html.ok("web/dossier", pages.of(session, opened, links));
            }
            case ServerDossiers.Refused refused ->
                html.of(
                        HttpStatus.FORBIDDEN,
                        "web/refused",
                        RefusedPage.of(frames.of(session, "Dossier fermé", Section.DOSSIERS), id, refused.reason()));
            case ServerDossiers.Unknown unknown ->
                throw Problem.of(HttpStatus.NOT_FOUND, "unknown-dossier", "Ce dossier n’existe pas.")
                        .asException();
        };
    }
}
