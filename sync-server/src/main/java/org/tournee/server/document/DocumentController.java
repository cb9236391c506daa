package org.tournee.server.document;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.server.access.Caller;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.store.Actor;
import org.tournee.sync.RecordId;

/** Gives a phone the bytes of a document that it wants to open. Rules: R-DOC, R-SHARE, R-AUD. */
@Controller(TusProtocol.ROOT)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "documents")
class DocumentController {

    private final HeldDocuments documents;
    private final Clock clock;

    DocumentController(HeldDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Operation(summary = "The bytes of a document; with a Range, at most 1 MiB of them")
    @Get("/{document}/content")
    @Produces(MediaType.ALL)
    HttpResponse<?> content(
            Caller caller, @PathVariable UUID document, @Nullable @Header(HttpHeaders.RANGE) String range) {
        RecordId id = new RecordId(document);
        Actor actor = new Actor(caller.organisation(), caller.worker(), caller.phone());
        return DocumentAnswer.of(
                documents.read(
                        actor, caller.worker(), id, ByteRange.of(range), AuditEntry.Act.DELIVER, clock.instant()),
                id);
    }
}
