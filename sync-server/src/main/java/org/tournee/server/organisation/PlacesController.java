package org.tournee.server.organisation;

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
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tournee.organisation.Permanence;
import org.tournee.organisation.PermanenceId;
import org.tournee.organisation.SiteId;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.FormFields;
import org.tournee.server.page.Html;
import org.tournee.server.web.Viewer;

/** Teams and permanences. Rules: R-BO, R-PER. */
@Controller("/service")
@Secured("ADMINISTRATOR")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class PlacesController {

    private static final String TEAM = "organisation/team";
    private static final String PLACE = "organisation/place";
    private static final String MISSING = "Il manque quelque chose : complétez, puis enregistrez à nouveau.";
    private static final int LONGEST_NAME = 200;
    private static final String TOO_LONG =
            "Le nom est trop long : raccourcissez-le à " + LONGEST_NAME + " caractères, puis enregistrez à nouveau.";
    private static final String ONESELF =
            "Personne ne se nomme responsable : demandez-le à une autre personne de l’administration technique (R-SHARE).";
    private static final URI SERVICE = URI.create("/service");
    private static final String SITE = "organisation/site";
    private static final int MOST_WEEKS = 52;
    private static final FormFields NOTHING = new FormFields(Map.of());

    private final Viewer viewer;
    private final Places places;
    private final ServicePages pages;
    private final Html html;

    PlacesController(Viewer viewer, Places places, ServicePages pages, Html html) {
        this.viewer = viewer;
        this.places = places;
        this.pages = pages;
        this.html = html;
    }

    @Get("/equipes/nouvelle")
    HttpResponse<String> beginTeam(WebSession session) {
        return html.ok(TEAM, pages.team(session, UUID.randomUUID(), true, NOTHING, ""));
    }

    @Get("/equipes/{team}")
    HttpResponse<String> showTeam(WebSession session, @PathVariable UUID team) {
        Places.TeamRow known =
                team(session, team).orElseThrow(() -> ServiceProblems.unknown("Cette équipe n’existe pas."));
        FormFields fields = new FormFields(Map.of(
                ServicePages.NAME,
                known.name(),
                ServicePages.SITE,
                known.site().toString(),
                ServicePages.HEAD,
                known.head() == null ? "" : known.head().toString()));
        return html.ok(TEAM, pages.team(session, team, false, fields, ""));
    }

    @Post("/equipes/{team}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> writeTeam(WebSession session, @PathVariable UUID team, @Body Map<String, String> sent) {
        FormFields form = new FormFields(sent);
        ServicePage.TeamForm page =
                pages.team(session, team, team(session, team).isEmpty(), form, isTooLong(form) ? TOO_LONG : MISSING);
        if (isNoName(form) || noneChosen(page.sites()) || noneChosen(page.heads())) {
            return html.of(HttpStatus.UNPROCESSABLE_ENTITY, TEAM, page);
        }
        WorkerId head = new WorkerId(form.id(ServicePages.HEAD).orElseThrow());
        boolean alreadyHeads =
                team(session, team).filter(known -> head.equals(known.head())).isPresent();
        if (head.equals(session.worker()) && !alreadyHeads) {
            return html.of(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    TEAM,
                    pages.team(session, team, team(session, team).isEmpty(), form, ONESELF));
        }
        places.write(
                viewer.actor(session),
                session.worker(),
                new Places.TeamRow(
                        new TeamId(team),
                        new SiteId(form.id(ServicePages.SITE).orElseThrow()),
                        form.text(ServicePages.NAME),
                        head),
                viewer.now());
        return HttpResponse.seeOther(SERVICE);
    }

    @Get("/sites/nouveau")
    HttpResponse<String> beginSite(WebSession session) {
        return html.ok(SITE, pages.site(session, UUID.randomUUID(), true, NOTHING, ""));
    }

    @Get("/sites/{site}")
    HttpResponse<String> showSite(WebSession session, @PathVariable UUID site) {
        Places.SiteRow known = site(session, site).orElseThrow(() -> ServiceProblems.unknown("Ce site n’existe pas."));
        FormFields fields =
                new FormFields(Map.of(ServicePages.NAME, known.name(), ServicePages.COMMUNE, known.communeCode()));
        return html.ok(SITE, pages.site(session, site, false, fields, ""));
    }

    @Post("/sites/{site}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> writeSite(WebSession session, @PathVariable UUID site, @Body Map<String, String> sent) {
        FormFields form = new FormFields(sent);
        ServicePage.SiteForm page =
                pages.site(session, site, site(session, site).isEmpty(), form, isTooLong(form) ? TOO_LONG : MISSING);
        if (isNoName(form) || noneChosen(page.communes())) {
            return html.of(HttpStatus.UNPROCESSABLE_ENTITY, SITE, page);
        }
        places.write(
                viewer.actor(session),
                session.worker(),
                new Places.SiteRow(new SiteId(site), form.text(ServicePages.NAME), form.text(ServicePages.COMMUNE)),
                viewer.now());
        return HttpResponse.seeOther(SERVICE);
    }

    private static boolean isNoName(FormFields form) {
        return form.text(ServicePages.NAME).isEmpty() || isTooLong(form);
    }

    private static boolean isTooLong(FormFields form) {
        return form.text(ServicePages.NAME).length() > LONGEST_NAME;
    }

    private Optional<Places.SiteRow> site(WebSession session, UUID id) {
        return places.sites(session.organisation()).stream()
                .filter(site -> site.id().value().equals(id))
                .findFirst();
    }

    @Get("/permanences/nouvelle")
    HttpResponse<String> beginPlace(WebSession session) {
        return html.ok(
                PLACE,
                pages.place(session, UUID.randomUUID(), true, new FormFields(Map.of(ServicePages.WEEKS, "1")), ""));
    }

    @Get("/permanences/{place}")
    HttpResponse<String> showPlace(WebSession session, @PathVariable UUID place) {
        Permanence known = place(session, place)
                .orElseThrow(() -> ServiceProblems.unknown("Cette permanence n’existe pas, ou plus."));
        FormFields fields = new FormFields(Map.of(
                ServicePages.SITE,
                known.site().toString(),
                ServicePages.COMMUNE,
                known.communeCode(),
                ServicePages.DAY,
                known.day().name(),
                ServicePages.OPENS,
                known.opens().toString(),
                ServicePages.WEEKS,
                Integer.toString(known.everyWeeks())));
        return html.ok(PLACE, pages.place(session, place, false, fields, ""));
    }

    @Post("/permanences/{place}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> writePlace(WebSession session, @PathVariable UUID place, @Body Map<String, String> sent) {
        FormFields form = new FormFields(sent);
        ServicePage.PlaceForm page =
                pages.place(session, place, place(session, place).isEmpty(), form, MISSING);
        Optional<Permanence> wanted =
                noneChosen(page.sites()) || noneChosen(page.communes()) ? Optional.empty() : permanence(place, form);
        if (wanted.isEmpty()) {
            return html.of(HttpStatus.UNPROCESSABLE_ENTITY, PLACE, page);
        }
        places.write(viewer.actor(session), session.worker(), wanted.get(), viewer.now());
        return HttpResponse.seeOther(SERVICE);
    }

    @Post("/permanences/{place}/fin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> endPlace(WebSession session, @PathVariable UUID place) {
        places.end(viewer.actor(session), session.worker(), new PermanenceId(place), viewer.now());
        return HttpResponse.seeOther(SERVICE);
    }

    /** Empty where something is missing. */
    private static Optional<Permanence> permanence(UUID place, FormFields form) {
        Optional<DayOfWeek> day = form.code(ServicePages.DAY, DayOfWeek.class);
        Optional<LocalTime> opens = time(form.text(ServicePages.OPENS));
        long weeks = form.number(ServicePages.WEEKS);
        if (day.isEmpty() || opens.isEmpty() || weeks < 1 || weeks > MOST_WEEKS) {
            return Optional.empty();
        }
        return form.id(ServicePages.SITE)
                .map(site -> new Permanence(
                        new PermanenceId(place),
                        new SiteId(site),
                        form.text(ServicePages.COMMUNE),
                        day.get(),
                        opens.get(),
                        (int) weeks));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // missing: asked for again
        }
    }

    private static boolean noneChosen(Iterable<ServicePage.Option> options) {
        for (ServicePage.Option option : options) {
            if (option.chosen()) {
                return false;
            }
        }
        return true;
    }

    private Optional<Places.TeamRow> team(WebSession session, UUID id) {
        return places.teams(session.organisation()).stream()
                .filter(team -> team.id().value().equals(id))
                .findFirst();
    }

    private Optional<Permanence> place(WebSession session, UUID id) {
        return places.permanences(session.organisation()).stream()
                .filter(place -> place.id().value().equals(id))
                .findFirst();
    }
}
