package org.tournee.server.sync;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.tournee.server.access.Caller;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Streams;
import org.tournee.sync.Session;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Tells a phone how the server stands towards its stream. */
@Controller("/sync/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "sync")
class SessionController {

    private static final int PULL_SCHEMA_MIN = 1;

    private final Streams streams;
    private final Organisations organisations;
    private final Clock clock;

    SessionController(Streams streams, Organisations organisations, Clock clock) {
        this.streams = streams;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Operation(summary = "How far the server holds a stream")
    @Get("/session")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> session(Caller caller, @QueryValue("stream_id") UUID streamId) {
        StreamId stream = new StreamId(streamId);
        SyncProblems.requireOwnStream(caller, stream);
        StreamRow row = streams.find(caller.organisation(), stream).orElseThrow(SyncProblems::revoked);
        if (row.state() != StreamRow.State.ACTIVE) {
            throw row.state() == StreamRow.State.FROZEN ? SyncProblems.forked() : SyncProblems.revoked();
        }
        Session session = new Session(
                organisations.find(caller.organisation()).epoch(),
                row.lastOpSeq(),
                row.lastOpSeq(),
                clock.instant(),
                PULL_SCHEMA_MIN);
        return HttpResponse.ok(Wire.json(session).getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
