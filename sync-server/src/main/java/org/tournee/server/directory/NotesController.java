package org.tournee.server.directory;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.directory.DirectoryNote;
import org.tournee.directory.DirectoryNote.Purpose;
import org.tournee.directory.Listed;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.problem.Problem;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.sync.RecordId;

/** What the field says of the directory: counted, read one by one, and dealt with. Rule: R-DIR. */
@Controller("/annuaire/remarques")
@Secured("BACK_OFFICE")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class NotesController {

    private static final String PATH = "/annuaire/remarques";

    private final Directory directory;
    private final DirectoryNotes notes;
    private final PaceSurvey survey;
    private final WorkerNames workers;
    private final Viewer viewer;
    private final Frames frames;
    private final Html html;

    NotesController(
            Directory directory,
            DirectoryNotes notes,
            PaceSurvey survey,
            WorkerNames workers,
            Viewer viewer,
            Frames frames,
            Html html) {
        this.directory = directory;
        this.notes = notes;
        this.survey = survey;
        this.workers = workers;
        this.viewer = viewer;
        this.frames = frames;
        this.html = html;
    }

    /** Those that wait; of one subject all of its needs, those included that were dealt with. */
    @Get
    HttpResponse<String> list(WebSession session, @QueryValue @Nullable String sujet) {
        List<DirectoryNotes.Noted> all = notes.all(session.organisation());
        @Nullable
        Topic topic = Arrays.stream(Topic.values())
                .filter(one -> one.name().equals(sujet))
                .findFirst()
                .orElse(null);
        Map<RecordId, String> partners = names(session);
        return html.ok(
                "directory/notes",
                new NotesPage(
                        frames.of(session, "Remarques du terrain", Section.DIRECTORY),
                        Arrays.stream(Topic.values())
                                .map(one -> count(one, all))
                                .filter(count -> count.all() > 0)
                                .toList(),
                        topic == null ? "" : Words.of(topic),
                        all.stream()
                                .filter(noted -> topic == null ? noted.isOpen() : noted.topic() == topic)
                                .map(noted -> row(noted, partners))
                                .toList()));
    }

    private Map<RecordId, String> names(WebSession session) {
        return directory.all(session.organisation()).stream()
                .map(Directory.Kept::listed)
                .collect(Collectors.toMap(Listed::id, Listed::name));
    }

    private static NotesPage.Count count(Topic topic, List<DirectoryNotes.Noted> all) {
        List<DirectoryNotes.Noted> needs = all.stream()
                .filter(noted -> noted.purpose() == Purpose.NEED && noted.topic() == topic)
                .toList();
        int waiting = (int) needs.stream().filter(DirectoryNotes.Noted::isOpen).count();
        return new NotesPage.Count(PATH + "?sujet=" + topic, Words.of(topic), waiting, needs.size());
    }

    private static NotesPage.Row row(DirectoryNotes.Noted noted, Map<RecordId, String> partners) {
        return new NotesPage.Row(
                PATH + "/" + noted.id(),
                Words.of(noted.purpose()),
                about(noted.partner(), noted.topic(), partners),
                Words.day(noted.on()),
                noted.isOpen());
    }

    private static String about(@Nullable RecordId partner, @Nullable Topic topic, Map<RecordId, String> partners) {
        if (topic != null) {
            return Words.of(topic);
        }
        String name = partner == null ? null : partners.get(partner);
        return name == null ? "Un partenaire qui n’est plus dans l’annuaire" : name;
    }

    @Get("/{note}")
    HttpResponse<String> show(WebSession session, @PathVariable UUID note) {
        DirectoryNotes.Read read = notes.read(session, new RecordId(note), viewer.now())
                .orElseThrow(
                        () -> Problem.of(HttpStatus.NOT_FOUND, "unknown-note", "Cette remarque n’existe pas, ou plus.")
                                .asException());
        DirectoryNote.Note said = read.note().note();
        DirectoryNote.Handling handling = read.note().handling();
        WorkerNames.Names names = workers.of(session.organisation());
        RecordId partner = said.partner();
        return html.ok(
                "directory/note",
                new NotePage(
                        frames.of(session, Words.of(said.purpose()), Section.DIRECTORY),
                        PATH + "/" + note,
                        Words.of(said.purpose()),
                        about(partner, said.topic(), names(session)),
                        partner == null ? "" : DirectoryController.path(partner),
                        said.text(),
                        names.of(read.author()) + ", le " + Words.day(said.notedOn()),
                        handling == null
                                ? ""
                                : "Classée par " + names.of(handling.by()) + ", le " + Words.day(handling.on())));
    }

    /** Doing it again changes nothing. */
    @Post("/{note}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> handle(WebSession session, @PathVariable UUID note) {
        notes.handle(
                viewer.actor(session),
                session.worker(),
                new RecordId(note),
                survey.today(session.organisation()),
                viewer.now());
        return HttpResponse.seeOther(URI.create(PATH));
    }
}
