package org.tournee.server.indicator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.FormFields;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.problem.Problem;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Households;
import org.tournee.server.web.LinkedDossiers;
import org.tournee.server.web.Words;

/**
 * The dossiers behind a figure, for the head of those who answer for them; the direction is never led there. A reading of a
 * list, audited as one; what the head may not see is counted alone. Rules: R-IND, R-SHARE, R-AUD.
 */
@Controller("/equipe/indicateurs/dossiers")
@Secured("TEAM_HEAD")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class BehindController {

    private static final int LONGEST = 500;

    private final HappenedReader reader;
    private final PlacesReader placesReader;
    private final Profiles profiles;
    private final PaceSurvey survey;
    private final LinkedDossiers linked;
    private final Households households;
    private final Frames frames;
    private final Html html;

    BehindController(
            HappenedReader reader,
            PlacesReader placesReader,
            Profiles profiles,
            PaceSurvey survey,
            LinkedDossiers linked,
            Households households,
            Frames frames,
            Html html) {
        this.reader = reader;
        this.placesReader = placesReader;
        this.profiles = profiles;
        this.survey = survey;
        this.linked = linked;
        this.households = households;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> list(WebSession session, HttpRequest<?> request) {
        FormFields asked = fields(request);
        Behind behind = Behind.of(asked).orElseThrow(BehindController::unknown);
        LocalDate first = asked.day("du").orElseThrow(BehindController::unknown);
        LocalDate last = asked.day("au").orElseThrow(BehindController::unknown);
        OrganisationProfile profile = profiles.of(session.organisation());
        Period period = new Period(first, last);
        Places places = placesReader.read(session.organisation());
        DecisionTime within = new DecisionTime(profile);
        List<DossierId> dossiers =
                reader.read(session.organisation(), session.worker(), period, profile.zone()).stream()
                        .filter(one -> behind.includes(one, places, within))
                        .map(Happened::dossier)
                        .distinct()
                        .map(DossierId::new)
                        .toList();
        Map<DossierId, Dossier> named = households.of(
                session,
                dossiers.stream().limit(LONGEST).toList(),
                linked.of(session.organisation(), session.worker(), survey.today(session.organisation()), profile));
        return html.ok(
                "indicator/behind",
                new BehindPage(
                        frames.of(session, "Dossiers derrière un chiffre", Section.TEAM),
                        "/equipe/indicateurs?du=" + first + "&au=" + last,
                        FigureWords.said(behind, places),
                        "Du " + Words.day(first) + " au " + Words.day(last),
                        rows(named),
                        dossiers.size() - named.size()));
    }

    private static FormFields fields(HttpRequest<?> request) {
        Map<String, String> fields = new HashMap<>();
        request.getParameters()
                .forEach((name, values) -> values.stream().findFirst().ifPresent(value -> fields.put(name, value)));
        return new FormFields(fields);
    }

    private static RuntimeException unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-figure", "Ce chiffre n’existe pas : revenez aux indicateurs.")
                .asException();
    }

    private static List<BehindPage.Row> rows(Map<DossierId, Dossier> named) {
        return named.entrySet().stream()
                .map(entry -> new BehindPage.Row(
                        "/dossiers/" + entry.getKey(),
                        entry.getValue().household().name(),
                        entry.getValue().address().communeName(),
                        Optional.of(entry.getValue().status())
                                .map(status -> Words.of(status.status()))
                                .orElse("")))
                .sorted(Comparator.comparing(BehindPage.Row::name, Collator.getInstance(Locale.FRENCH)::compare))
                .toList();
    }
}
