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
import org.tournee.organisation.Role;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;

/** The profile in force, to be read: what every phone works with. Rules: R-BO, R-SEG-0. */
@Controller(ReferenceController.PATH)
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE", "ADMINISTRATOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ReferenceController {

    static final String PATH = "/reference/profil";

    private final Profiles profiles;
    private final Frames frames;
    private final Html html;

    ReferenceController(Profiles profiles, Frames frames, Html html) {
        this.profiles = profiles;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> profile(WebSession session) {
        OrganisationProfile profile = profiles.of(session.organisation());
        Shell shell = shell(session, "Profil");
        return html.ok(
                "reference/profile",
                new ProfilePage(
                        shell,
                        profile.name(),
                        "Version " + profile.version() + ", heure de " + profile.zoneName()
                                + ". Ce qui n’a pas de jour à soi vaut depuis le " + Words.day(profile.asOf()),
                        new ProfileTables(profile, shell.wording(), session.has(Role.BACK_OFFICE)).all()));
    }

    private Shell shell(WebSession session, String title) {
        Section section = Section.DIRECTORY.isOpenTo(session.roles()) ? Section.DIRECTORY : Section.SERVICE;
        return frames.of(session, title, section);
    }
}
