package org.tournee.server.document;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Streams;
import org.tournee.sync.RecordId;

/** Lets somebody in the browser save a document. Rules: R-BO, R-SHARE, R-AUD. */
@Controller("/documents/{document}")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class DocumentPageController {

    private final HeldDocuments documents;
    private final Streams streams;
    private final Clock clock;

    DocumentPageController(HeldDocuments documents, Streams streams, Clock clock) {
        this.documents = documents;
        this.streams = streams;
        this.clock = clock;
    }

    @Get
    @Produces(MediaType.ALL)
    HttpResponse<?> save(WebSession session, @PathVariable UUID document) {
        Instant at = clock.instant();
        RecordId id = new RecordId(document);
        Actor actor = new Actor(
                session.organisation(),
                session.worker(),
                streams.webStream(session.organisation(), session.worker(), at));
        return DocumentAnswer.of(
                documents.read(actor, session.worker(), id, Optional.empty(), AuditEntry.Act.READ, at), id);
    }
}
