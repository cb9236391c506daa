package org.tournee.server.reference;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.OrganisationProfile;
import org.tournee.rights.Right;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.RightsDomain;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;

/** The profile and the catalogue in force, to be read: what every phone works with. Rules: R-BO, R-CAT, R-SEG-0. */
@Controller("/reference")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE", "ADMINISTRATOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ReferenceController {

    private final Profiles profiles;
    private final Frames frames;
    private final Html html;

    ReferenceController(Profiles profiles, Frames frames, Html html) {
        this.profiles = profiles;
        this.frames = frames;
        this.html = html;
    }

    @Get("/profil")
    HttpResponse<String> profile(WebSession session) {
        OrganisationProfile profile = profiles.of(session.organisation());
        Shell shell = shell(session, "Profil");
        return html.ok(
                "reference/profile",
                new ProfilePage(
                        shell,
                        profile.name(),
                        "Version " + profile.version() + ", depuis le " + Words.day(profile.asOf()) + ", heure de "
                                + profile.zoneName(),
                        new ProfileTables(profile, shell.wording()).all()));
    }

    @Get("/droits")
    HttpResponse<String> catalogue(WebSession session) {
        RightsCatalogue catalogue = profiles.catalogue(session.organisation()).orElse(null);
        return html.ok(
                "reference/catalogue",
                new CataloguePage(
                        shell(session, "Catalogue des droits"),
                        catalogue == null
                                ? ""
                                : "Catalogue « " + catalogue.catalogue() + " », version " + catalogue.version()
                                        + ", vérifié le " + Words.day(catalogue.asOf()),
                        domains(catalogue)));
    }

    private static List<CataloguePage.Domain> domains(@Nullable RightsCatalogue catalogue) {
        List<CataloguePage.Domain> domains = new ArrayList<>();
        if (catalogue != null) {
            Arrays.stream(RightsDomain.values()).forEach(domain -> {
                List<CataloguePage.RightLine> rights = catalogue.rights().stream()
                        .filter(right -> right.domain() == domain)
                        .map(ReferenceController::line)
                        .toList();
                if (!rights.isEmpty()) {
                    domains.add(new CataloguePage.Domain(Words.of(domain), rights));
                }
            });
        }
        return domains;
    }

    private static CataloguePage.RightLine line(Right right) {
        String nature = right.nature() == Right.Nature.LEGAL ? "de droit" : "facultatif";
        String renewal =
                right.renewalMonths() == null ? "" : ", à renouveler tous les " + right.renewalMonths() + " mois";
        return new CataloguePage.RightLine(
                right.name(),
                right.institution() + ", " + nature + renewal,
                right.conditions(),
                right.documents(),
                right.officialPage());
    }

    private Shell shell(WebSession session, String title) {
        Section section = Section.DIRECTORY.isOpenTo(session.roles()) ? Section.DIRECTORY : Section.SERVICE;
        return frames.of(session, title, section);
    }
}
