package org.tournee.server.directory;

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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.directory.Listed;
import org.tournee.directory.Partner;
import org.tournee.organisation.Role;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.problem.Problem;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.sync.DirectoryChecks;
import org.tournee.sync.RecordId;
import org.tournee.sync.Violation;

/** « Annuaire et droits »: the partners, read by the service and kept by the back office. Rules: R-DIR, R-BO. */
@Controller("/annuaire")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class DirectoryController {

    private static final String MEANWHILE =
            "Quelqu’un a modifié cette fiche entre-temps : ouvrez-la de nouveau, puis reprenez ce que vous vouliez changer.";

    private final Directory directory;
    private final DirectoryNotes notes;
    private final PaceSurvey survey;
    private final Viewer viewer;
    private final Frames frames;
    private final Html html;

    DirectoryController(
            Directory directory, DirectoryNotes notes, PaceSurvey survey, Viewer viewer, Frames frames, Html html) {
        this.directory = directory;
        this.notes = notes;
        this.survey = survey;
        this.viewer = viewer;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> list(
            WebSession session,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String sujet,
            @QueryValue @Nullable String etat) {
        DirectoryFilter filter = DirectoryFilter.of(q, sujet, etat);
        List<Directory.Kept> all = directory.all(session.organisation());
        boolean writes = session.has(Role.BACK_OFFICE);
        return html.ok(
                "directory/directory",
                new DirectoryPage(
                        frames.of(session, "Annuaire", Section.DIRECTORY),
                        filter.text(),
                        filter.topic(),
                        filter.closed(),
                        all.stream()
                                .map(Directory.Kept::listed)
                                .filter(filter::matches)
                                .map(DirectoryController::row)
                                .toList(),
                        all.size(),
                        writes,
                        writes ? notes.waiting(session.organisation()) : 0));
    }

    private static DirectoryPage.Row row(Listed listed) {
        Partner partner = listed.partner();
        return new DirectoryPage.Row(
                path(listed.id()),
                listed.name(),
                partner.offer().topics().stream().map(Words::of).collect(Collectors.joining(", ")),
                partner.place().communeName(),
                Stream.of(partner.reach().phone(), partner.reach().email())
                        .filter(text -> text != null)
                        .collect(Collectors.joining(" · ")),
                Words.day(partner.standing().checkedOn()));
    }

    static String path(RecordId partner) {
        return "/annuaire/fiches/" + partner;
    }

    @Get("/nouveau")
    @Secured("BACK_OFFICE")
    HttpResponse<String> begin(WebSession session) {
        PartnerForm empty = new PartnerForm(Map.of());
        return html.ok(
                "directory/partner", page(session, empty.typed(new RecordId(UUID.randomUUID())), null, List.of()));
    }

    @Get("/fiches/{partner}")
    HttpResponse<String> show(WebSession session, @PathVariable UUID partner) {
        Directory.Kept kept = directory
                .find(session.organisation(), new RecordId(partner))
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND, "unknown-partner", "Ce partenaire n’est pas dans l’annuaire.")
                        .asException());
        return html.ok("directory/partner", page(session, PartnerForm.of(kept), kept, List.of()));
    }

    /** Saving says that all of it was made sure of today. */
    @Post
    @Secured("BACK_OFFICE")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(WebSession session, @Body Map<String, String> fields) {
        PartnerForm form = new PartnerForm(fields);
        RecordId id = form.id()
                .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST, "no-form", "Rouvrez la fiche, puis recommencez.")
                        .asException());
        LocalDate today = survey.today(session.organisation());
        Partner partner = form.partner(today);
        List<String> wrong = DirectoryChecks.of(partner).stream()
                .map(DirectoryController::words)
                .toList();
        if (wrong.isEmpty()
                && !directory.save(viewer.actor(session), new Listed(id, partner), form.rev(), viewer.now())) {
            wrong = List.of(MEANWHILE);
        }
        if (!wrong.isEmpty()) {
            Directory.Kept kept = directory.find(session.organisation(), id).orElse(null);
            return html.of(
                    HttpStatus.UNPROCESSABLE_ENTITY, "directory/partner", page(session, form.typed(id), kept, wrong));
        }
        return HttpResponse.seeOther(URI.create(path(id)));
    }

    private static String words(Violation violation) {
        return Words.partnerField(violation.group(), violation.field()) + " : " + Words.of(violation.code()) + ".";
    }

    private PartnerPage page(
            WebSession session, PartnerPage.Typed typed, Directory.@Nullable Kept kept, List<String> wrong) {
        return new PartnerPage(
                frames.of(session, kept == null ? "Nouveau partenaire" : typed.name(), Section.DIRECTORY),
                typed,
                kept != null,
                Optional.ofNullable(kept)
                        .map(known ->
                                Words.day(known.listed().partner().standing().checkedOn()))
                        .orElse(""),
                session.has(Role.BACK_OFFICE),
                wrong);
    }
}
