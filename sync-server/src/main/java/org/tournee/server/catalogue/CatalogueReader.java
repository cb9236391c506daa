package org.tournee.server.catalogue;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tournee.organisation.Role;
import org.tournee.rights.Right;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.RightsDomain;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.problem.Problem;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;

/** The catalogue in force, and the versions before it, to be read: what every phone works with. Rules: R-BO, R-CAT. */
@Controller("/reference/droits")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE", "ADMINISTRATOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class CatalogueReader {

    private final CatalogueDrafts drafts;
    private final CataloguePages pages;
    private final Profiles profiles;
    private final Frames frames;
    private final Html html;

    CatalogueReader(CatalogueDrafts drafts, CataloguePages pages, Profiles profiles, Frames frames, Html html) {
        this.drafts = drafts;
        this.pages = pages;
        this.profiles = profiles;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> inForce(WebSession session) {
        return html.ok("catalogue/catalogue", page(session, profiles.catalogue(session.organisation()), false));
    }

    @Get("/versions")
    HttpResponse<String> versions(WebSession session) {
        return html.ok("catalogue/versions", pages.versions(session, drafts.versions(session.organisation())));
    }

    @Get("/versions/{number}")
    HttpResponse<String> version(WebSession session, @PathVariable int number) {
        RightsCatalogue version = drafts.version(session.organisation(), number)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND, "unknown-version", "Cette version du catalogue n’existe pas.")
                        .asException());
        return html.ok("catalogue/catalogue", page(session, Optional.of(version), true));
    }

    private CataloguePage page(WebSession session, Optional<RightsCatalogue> catalogue, boolean earlier) {
        Section section = Section.DIRECTORY.isOpenTo(session.roles()) ? Section.DIRECTORY : Section.SERVICE;
        return new CataloguePage(
                frames.of(session, "Catalogue des droits", section),
                catalogue
                        .map(known -> "Catalogue « " + known.catalogue() + " », version " + known.version()
                                + ", vérifié le " + Words.day(known.asOf()))
                        .orElse(""),
                earlier,
                catalogue.isPresent() && !earlier && session.has(Role.BACK_OFFICE),
                catalogue.map(CatalogueReader::domains).orElse(List.of()));
    }

    private static List<CataloguePage.Domain> domains(RightsCatalogue catalogue) {
        return Arrays.stream(RightsDomain.values())
                .map(domain -> new CataloguePage.Domain(
                        Words.of(domain),
                        catalogue.offered().stream()
                                .filter(right -> right.domain() == domain)
                                .map(CatalogueReader::line)
                                .toList()))
                .filter(domain -> !domain.rights().isEmpty())
                .toList();
    }

    private static CataloguePage.RightLine line(Right right) {
        String renewal =
                right.renewalMonths() == null ? "" : ", à renouveler tous les " + right.renewalMonths() + " mois";
        return new CataloguePage.RightLine(
                right.name(),
                right.institution() + ", " + Words.of(right.nature()) + renewal,
                right.conditions(),
                right.documents(),
                right.officialPage());
    }
}
