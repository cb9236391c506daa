package org.tournee.server.sync;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.tournee.server.load.Bodies;
import org.tournee.server.load.Kinds;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/**
 * The push-only door: no token opens it and none is given. It outlives logging out, a forgotten PIN, spent tokens and
 * the revocation of the phone, so that what a worker saved always gets to the service. Rules: R-SYN, R-REC.
 */
@Controller("/sync/v1")
@ExecuteOn(TaskExecutors.VIRTUAL)
@Tag(name = "sync")
class DoorController {

    private final Door door;
    private final Bodies bodies;
    private final Clock clock;

    DoorController(Door door, @Named(Kinds.DOOR) Bodies bodies, Clock clock) {
        this.door = door;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Operation(
            summary = "Takes in sealed operations that a stream's key signed: a header line, then one envelope a line")
    @Post("/door")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Consumes(SyncMedia.LINES)
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> deliver(HttpRequest<?> request, @Body InputStream body) {
        return switch (taken(body, request.getContentLength(), clock.instant())) {
            case Door.Kept kept ->
                HttpResponse.ok(Wire.json(kept.answer()).getBytes(StandardCharsets.UTF_8))
                        .contentType(MediaType.APPLICATION_JSON_TYPE);
            case Door.Refused refused -> throw SyncProblems.doorRefused();
            case Door.NotNow notNow ->
                throw switch (notNow.reason()) {
                    case PushResult.Gap gap -> SyncProblems.gap(gap.expected());
                    case PushResult.SchemaNewer newer -> SyncProblems.schemaNewer(newer.schema());
                    default -> SyncProblems.later();
                };
        };
    }

    private Door.Result taken(InputStream body, long announced, Instant receivedAt) {
        try (body;
                Bodies.Body whole = bodies.take(body, announced).orElseThrow(SyncProblems::later)) {
            return door.deliver(DoorBody.read(whole.stream()), receivedAt);
        } catch (PushBody.TooLargeException e) {
            throw SyncProblems.tooLarge();
        } catch (IOException | MalformedException e) {
            throw SyncProblems.malformed();
        }
    }
}
