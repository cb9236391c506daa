package org.tournee.server.reference;

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
import org.tournee.profile.NormEdit;
import org.tournee.profile.NormTarget;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;

/**
 * A figure of the profile gets another value from a day on: typed, looked at, published. What was in force keeps its days, so
 * that the past is judged by the norm of its time. Rules: R-SEG-0, R-SEG-4, R-BO.
 */
@Controller(ReferenceController.PATH)
@Secured("BACK_OFFICE")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class NormController {

    private static final String TEMPLATE = "reference/norm";
    private static final String MEANWHILE =
            "Le profil a changé entre-temps : relisez ce qui change maintenant, puis publiez à nouveau.";

    private final Profiles profiles;
    private final ProfileVersions versions;
    private final NormPages pages;
    private final PaceSurvey survey;
    private final Viewer viewer;
    private final Html html;

    NormController(
            Profiles profiles, ProfileVersions versions, NormPages pages, PaceSurvey survey, Viewer viewer, Html html) {
        this.profiles = profiles;
        this.versions = versions;
        this.pages = pages;
        this.survey = survey;
        this.viewer = viewer;
        this.html = html;
    }

    @Get("/{norm}")
    HttpResponse<String> show(WebSession session, @PathVariable String norm) {
        OrganisationProfile profile = profiles.of(session.organisation());
        NormTarget target = target(profile, norm);
        LocalDate today = survey.today(session.organisation());
        LocalDate from = today.plusMonths(1).withDayOfMonth(1);
        NormForm form = NormForm.of(target.inForce(profile, from), profile.version(), from);
        return html.ok(TEMPLATE, pages.of(session, profile, target, form, List.of(), false, today));
    }

    /** Shows what would change, and publishes nothing. */
    @Post("/{norm}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> preview(WebSession session, @PathVariable String norm, @Body Map<String, String> fields) {
        OrganisationProfile profile = profiles.of(session.organisation());
        NormTarget target = target(profile, norm);
        NormForm form = new NormForm(fields);
        LocalDate today = survey.today(session.organisation());
        List<String> wrong = wrong(form.edit(target, profile), profile, today);
        return html.of(
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
                TEMPLATE,
                pages.of(session, profile, target, form, wrong, wrong.isEmpty(), today));
    }

    @Post("/{norm}/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> publish(WebSession session, @PathVariable String norm, @Body Map<String, String> fields) {
        OrganisationProfile profile = profiles.of(session.organisation());
        NormTarget target = target(profile, norm);
        NormForm form = new NormForm(fields);
        LocalDate today = survey.today(session.organisation());
        NormEdit edit = form.edit(target, profile);
        List<String> wrong = wrong(edit, profile, today);
        if (wrong.isEmpty() && versions.publish(viewer.actor(session), edit, form.version(), viewer.now())) {
            return HttpResponse.seeOther(URI.create(ReferenceController.PATH));
        }
        OrganisationProfile now = profiles.of(session.organisation());
        List<String> why = wrong.isEmpty() ? List.of(MEANWHILE) : wrong;
        return html.of(
                HttpStatus.UNPROCESSABLE_ENTITY,
                TEMPLATE,
                pages.of(session, now, target, form, why, wrong.isEmpty(), today));
    }

    private static List<String> wrong(NormEdit edit, OrganisationProfile profile, LocalDate today) {
        return edit.wrong(profile, today).stream().map(Words::of).toList();
    }

    /** What the profile has figures of. */
    private static NormTarget target(OrganisationProfile profile, String norm) {
        return NormForm.target(norm)
                .filter(target -> target.isOf(profile))
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND, "unknown-norm", "Le profil n’a pas de valeurs de ce nom.")
                        .asException());
    }
}
