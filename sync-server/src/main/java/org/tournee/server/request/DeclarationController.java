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
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.server.workflow.SegmentReader;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;

/** Ticks off that resources were declared anew for a right, so that its reminder ends. Rules: R-REM, R-RDD. */
@Controller("/dossiers/{dossier}/droits/{check}/declaration")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class DeclarationController {

    private final Viewer viewer;
    private final SegmentReader reader;
    private final WebEdits edits;

    DeclarationController(Viewer viewer, SegmentReader reader, WebEdits edits) {
        this.viewer = viewer;
        this.reader = reader;
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
        Optional<LocalDate> day = form.day(RequestForm.DAY).filter(on -> !on.isAfter(seen.today()));
        Optional<Entry<RightCheck>> entry = seen.contents().rightChecks().stream()
                .filter(known -> known.id().value().equals(check) && known.rev() == form.rev())
                .findFirst();
        if (day.isEmpty() || entry.isEmpty()) {
            throw Problem.of(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "not-declared",
                            "La date est à venir, ou quelqu’un a écrit sur ce droit entre-temps : revenez au dossier.")
                    .asException();
        }
        Outcome outcome = edits.change(
                viewer.actor(session),
                seen.contents().id(),
                RecordKind.RIGHT_CHECK,
                entry.get(),
                entry.get().value().declared(day.get()),
                viewer.now());
        ReturnReason reason = outcome.reason();
        if (reason != null) {
            throw Problem.of(HttpStatus.FORBIDDEN, "not-declared", "Non enregistré : " + Words.of(reason) + ".")
                    .asException();
        }
        return HttpResponse.seeOther(URI.create("/dossiers/" + dossier));
    }
}
