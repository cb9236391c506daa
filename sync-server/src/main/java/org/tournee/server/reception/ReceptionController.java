package org.tournee.server.reception;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.TeamId;
import org.tournee.reception.Desk;
import org.tournee.reception.LiaisonSheet;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.problem.Problem;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.ReferencePlaces;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.sync.RecordId;

/** The desks' figures without a name, and liaison sheets for whom they go to. Rules: R-PER, R-COL, R-IND. */
@Controller("/accueil")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE", "DIRECTION"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ReceptionController {

    private static final String PATH = "/accueil";
    private static final String SHEETS = PATH + "/liaisons/";

    private final ReceptionFigures figures;
    private final LiaisonSheets sheets;
    private final ReferencePlaces places;
    private final Organisations organisations;
    private final WorkerNames workers;
    private final Viewer viewer;
    private final Frames frames;
    private final Html html;

    ReceptionController(
            ReceptionFigures figures,
            LiaisonSheets sheets,
            ReferencePlaces places,
            Organisations organisations,
            WorkerNames workers,
            Viewer viewer,
            Frames frames,
            Html html) {
        this.figures = figures;
        this.sheets = sheets;
        this.places = places;
        this.organisations = organisations;
        this.workers = workers;
        this.viewer = viewer;
        this.frames = frames;
        this.html = html;
    }

    /** All desks summed up, or one of them day by day, for whom no small cell is hidden. */
    @Get
    HttpResponse<String> list(WebSession session, @QueryValue @Nullable UUID lieu) {
        LocalDate today = organisations.today(session.organisation(), viewer.now());
        CountsShown shown = CountsShown.to(session.roles());
        CountsShown.Span span = shown.span(today);
        Map<RecordId, Desk> desks = places.published(session.organisation());
        @Nullable RecordId chosen = lieu == null || shown == CountsShown.PUBLISHED ? null : new RecordId(lieu);
        return html.ok(
                "reception/reception",
                new ReceptionPage(
                        frames.of(session, "Accueil", Section.RECEPTION),
                        sheets.to(session, today).stream()
                                .map(ReceptionController::liaison)
                                .toList(),
                        sheets.late(session).stream()
                                .map(ReceptionController::late)
                                .toList(),
                        chosen == null ? "" : name(desks.get(chosen)),
                        "du " + Words.day(span.from()) + " au " + Words.day(span.until()),
                        shown == CountsShown.PUBLISHED,
                        chosen == null
                                ? sums(figures.days(session.organisation(), span.from(), span.until()), desks, shown)
                                : daysOf(
                                        figures.daysOf(chosen, session.organisation(), span.from(), span.until()),
                                        shown),
                        figures.actions(session.organisation(), span.from(), span.until()).stream()
                                .map(action -> action(action, shown))
                                .toList()));
    }

    private static ReceptionPage.Liaison liaison(LiaisonSheets.Listed listed) {
        return new ReceptionPage.Liaison(
                SHEETS + listed.id(), Words.of(listed.urgency()), Words.day(listed.sentOn()), listed.takenOn() == null);
    }

    private static ReceptionPage.Late late(LiaisonSheets.Late late) {
        return new ReceptionPage.Late(
                Words.day(late.sentOn()),
                late.to().isEmpty() ? "un autre service" : late.to(),
                Words.of(late.urgency()));
    }

    private static List<ReceptionPage.Row> sums(
            List<ReceptionFigures.Day> days, Map<RecordId, Desk> desks, CountsShown shown) {
        Map<RecordId, List<ReceptionFigures.Day>> byDesk = new LinkedHashMap<>();
        days.forEach(day ->
                byDesk.computeIfAbsent(day.desk(), desk -> new ArrayList<>()).add(day));
        return byDesk.entrySet().stream()
                .map(desk -> new ReceptionPage.Row(
                        shown == CountsShown.PUBLISHED ? "" : PATH + "?lieu=" + desk.getKey(),
                        name(desks.get(desk.getKey())),
                        desk.getValue().size(),
                        "",
                        shown.of(desk.getValue().stream()
                                .flatMap(day -> day.walks().stream())
                                .toList())))
                .sorted(Comparator.comparing(ReceptionPage.Row::name))
                .toList();
    }

    private static List<ReceptionPage.Row> daysOf(List<ReceptionFigures.Day> days, CountsShown shown) {
        return days.stream()
                .map(day -> new ReceptionPage.Row("", Words.day(day.day()), 1, conditions(day), shown.of(day.walks())))
                .toList();
    }

    /** As each of those who opened the desk found them. */
    private static String conditions(ReceptionFigures.Day day) {
        return day.conditions().stream()
                .map(found -> Words.of(found.confidentiality()) + ", " + Words.of(found.connection()) + ", "
                        + Words.of(found.admission()))
                .distinct()
                .reduce((one, other) -> one + " ; " + other)
                .orElse("");
    }

    private static String name(@Nullable Desk desk) {
        if (desk == null) {
            return "Lieu qui n’existe plus";
        }
        return desk.isOfSite()
                ? "Accueil de " + desk.place().siteName()
                : "Permanence de " + desk.place().communeName();
    }

    private static ReceptionPage.Action action(ReceptionFigures.Action action, CountsShown shown) {
        return new ReceptionPage.Action(
                action.title(),
                Words.of(action.topic()),
                action.service(),
                action.endedOn() == null
                        ? "depuis le " + Words.day(action.beganOn())
                        : "du " + Words.day(action.beganOn()) + " au " + Words.day(action.endedOn()),
                action.sessions(),
                shown.part(action.participants(), action.participants()),
                shown.part(action.firstTime(), action.participants()));
    }

    @Get("/liaisons/{sheet}")
    HttpResponse<String> show(WebSession session, @PathVariable UUID sheet) {
        LiaisonSheets.Read read =
                sheets.read(session, new RecordId(sheet), viewer.now()).orElseThrow(ReceptionController::unknown);
        LiaisonSheet.Message message = read.sheet().message();
        LiaisonSheet.Address address = read.sheet().address();
        LiaisonSheet.Takeover takeover = read.sheet().takeover();
        WorkerNames.Names names = workers.of(session.organisation());
        return html.ok(
                "reception/liaison",
                new LiaisonPage(
                        frames.of(session, "Fiche de liaison", Section.RECEPTION),
                        SHEETS + sheet,
                        message.visitor().isBlank() ? "Personne sans nom donné" : message.visitor(),
                        message.reach(),
                        Words.of(message.urgency()),
                        message.text(),
                        names.of(read.author()) + ", le " + Words.day(message.sentOn()),
                        to(session, address, names),
                        takeover == null
                                ? ""
                                : "Reprise par " + names.of(takeover.by()) + ", le " + Words.day(takeover.on())));
    }

    private String to(WebSession session, LiaisonSheet.Address address, WorkerNames.Names names) {
        if (address.worker() != null) {
            return "À " + names.of(address.worker());
        }
        TeamId team = address.team();
        if (team == null) {
            return "À " + address.service();
        }
        return places.teamName(session.organisation(), team)
                .map(name -> "À l’équipe " + name)
                .orElse("À une équipe qui n’existe plus");
    }

    /** Doing it again changes nothing. */
    @Post("/liaisons/{sheet}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeOver(WebSession session, @PathVariable UUID sheet) {
        LocalDate today = organisations.today(session.organisation(), viewer.now());
        if (!sheets.takeOver(session, viewer.actor(session), new RecordId(sheet), today, viewer.now())) {
            throw unknown();
        }
        return HttpResponse.seeOther(URI.create(SHEETS + sheet));
    }

    /** The same for one that is not for the viewer: that it exists is nothing of theirs. */
    private static RuntimeException unknown() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "unknown-liaison",
                        "Cette fiche de liaison n’existe pas, ou ne vous est pas adressée. Demandez à qui vous l’a envoyée.")
                .asException();
    }
}
