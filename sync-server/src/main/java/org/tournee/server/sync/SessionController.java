package org.tournee.server.sync;

import io.micronaut.core.annotation.Nullable;
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
import java.util.Objects;
import java.util.UUID;
import org.tournee.server.access.Caller;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Tells a phone how the server stands towards its stream. */
@Controller("/sync/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "sync")
class SessionController {

    private final Sessions sessions;
    private final Clock clock;

    SessionController(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Operation(summary = "How far the server holds a stream")
    @Get("/session")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> session(
            Caller caller,
            @QueryValue("stream_id") UUID streamId,
            @Nullable @QueryValue("epoch") String epoch,
            @Nullable @QueryValue("acknowledged") Long acknowledged) {
        StreamId stream = new StreamId(streamId);
        SyncProblems.requireOwnStream(caller, stream);
        PhoneClaim claim =
                new PhoneClaim(Objects.requireNonNullElse(epoch, ""), Objects.requireNonNullElse(acknowledged, 0L), 0);
        return switch (sessions.answer(caller.organisation(), stream, claim, clock.instant())) {
            case Sessions.Standing standing ->
                HttpResponse.ok(Wire.json(standing.session()).getBytes(StandardCharsets.UTF_8))
                        .contentType(MediaType.APPLICATION_JSON_TYPE);
            case Sessions.Closed closed -> throw closed.frozen() ? SyncProblems.forked() : SyncProblems.revoked();
        };
    }
}
