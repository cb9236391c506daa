package org.tournee.server.request;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.rights.RightCheck;
import org.tournee.server.access.WebSession;
import org.tournee.server.conflict.WebEdits;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.DueDeclarations;
import org.tournee.server.web.EditAnswers;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.server.workflow.SegmentReader;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordKind;

/** Ticks off that resources were declared anew for a right, so that its reminder ends. Rules: R-REM, R-RDD. */
@Controller("/dossiers/{dossier}/droits/{check}/declaration")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class DeclarationController {

    private final Viewer viewer;
    private final SegmentReader reader;
    private final Profiles profiles;
    private final WebEdits edits;

    DeclarationController(Viewer viewer, SegmentReader reader, Profiles profiles, WebEdits edits) {
        this.viewer = viewer;
        this.reader = reader;
        this.profiles = profiles;
        this.edits = edits;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> declare(
            WebSession session,
            @PathVariable UUID dossier,
            @PathVariable UUID check,
            @Body Map<String, String> fields) {
        RequestForm form = new RequestForm(fields);
        SegmentReader.Seen seen = reader.read(session, new DossierId(dossier));
        LocalDate day = form.day(RequestForm.DAY)
                .filter(on -> !on.isAfter(seen.today()))
                .orElseThrow(
                        () -> notDeclared("Notez le jour où les ressources ont été déclarées : il n’est pas à venir."));
        Entry<RightCheck> entry = seen.contents().rightChecks().stream()
                .filter(known -> known.id().value().equals(check) && known.rev() == form.rev())
                .findFirst()
                .orElseThrow(
                        () -> notDeclared(
                                "Quelqu’un a écrit sur ce droit entre-temps : revenez au dossier, et recommencez si cela tient."));
        firstDay(session, seen, entry).filter(day::isBefore).ifPresent(first -> {
            throw notDeclared("Pour ce renouvellement, une déclaration compte à partir du " + Words.day(first)
                    + " : vérifiez la date.");
        });
        return declared(session, seen, entry, day);
    }

    /** Empty where none is due: what was declared is noted all the same. */
    private Optional<LocalDate> firstDay(WebSession session, SegmentReader.Seen seen, Entry<RightCheck> entry) {
        return profiles.catalogue(session.organisation()).stream()
                .flatMap(catalogue ->
                        DueDeclarations.of(
                                seen.contents(), seen.today(), profiles.of(session.organisation()), catalogue)
                                .stream())
                .filter(due -> due.check().id().equals(entry.id()))
                .map(DueDeclarations.Due::countsFrom)
                .findFirst();
    }

    private HttpResponse<?> declared(
            WebSession session, SegmentReader.Seen seen, Entry<RightCheck> entry, LocalDate day) {
        DossierId dossier = seen.contents().id();
        Outcome outcome = edits.change(
                viewer.actor(session),
                dossier,
                RecordKind.RIGHT_CHECK,
                entry,
                entry.value().declared(day),
                viewer.now());
        EditAnswers.trouble(outcome).ifPresent(why -> {
            HttpStatus status =
                    EditAnswers.isNotAllowed(outcome) ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_ENTITY;
            throw Problem.of(status, "not-declared", why).asException();
        });
        return HttpResponse.seeOther(URI.create("/dossiers/" + dossier));
    }

    private static ProblemException notDeclared(String why) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "not-declared", why).asException();
    }
}
