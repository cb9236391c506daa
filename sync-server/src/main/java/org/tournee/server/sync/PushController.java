package org.tournee.server.sync;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
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
import java.time.Duration;
import java.time.Instant;
import org.tournee.server.access.Caller;
import org.tournee.server.load.Bodies;
import org.tournee.server.load.Kinds;
import org.tournee.server.store.Streams;
import org.tournee.sync.MalformedException;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.Wire;

/** Takes in what phones saved. Rules: R-SYN, R-REC. */
@Controller("/sync/v1")
@ExecuteOn(TaskExecutors.VIRTUAL)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "sync")
class PushController {

    private final Reconciler reconciler;
    private final Streams streams;
    private final Bodies bodies;
    private final Clock clock;

    PushController(Reconciler reconciler, Streams streams, @Named(Kinds.PUSH) Bodies bodies, Clock clock) {
        this.reconciler = reconciler;
        this.streams = streams;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Operation(summary = "Takes in operations: a header line, then one operation a line, as the phone stored them")
    @Post("/push")
    @Consumes(SyncMedia.LINES)
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> push(
            Caller caller,
            HttpRequest<?> request,
            @Body InputStream body,
            @Nullable @Header(HttpHeaders.CONTENT_ENCODING) String encoding) {
        Instant receivedAt = clock.instant();
        try (body;
                Bodies.Body whole =
                        bodies.take(body, request.getContentLength()).orElseThrow(SyncProblems::later)) {
            return take(caller, read(whole.stream(), encoding), receivedAt);
        } catch (IOException e) {
            throw SyncProblems.malformed();
        }
    }

    private HttpResponse<byte[]> take(Caller caller, PushBody push, Instant receivedAt) {
        SyncProblems.requireOwnStream(caller, push.header().streamId());
        streams.measureSkew(
                caller.organisation(),
                push.header().streamId(),
                Duration.between(receivedAt, push.header().clock()));
        return switch (reconciler.push(
                caller.organisation(),
                push.header().streamId(),
                PhoneClaim.of(push.header()),
                push.operations(),
                receivedAt)) {
            case PushResult.Held held -> answer(held, receivedAt);
            case PushResult.Gap gap -> throw SyncProblems.gap(gap.expected());
            case PushResult.Forked forked -> throw SyncProblems.forked();
            case PushResult.Closed closed -> throw closed.frozen() ? SyncProblems.forked() : SyncProblems.revoked();
            case PushResult.UnknownStream unknown -> throw SyncProblems.revoked();
            case PushResult.SchemaNewer newer -> throw SyncProblems.schemaNewer(newer.schema());
        };
    }

    private static PushBody read(InputStream body, @Nullable String encoding) throws IOException {
        try (InputStream clear = Unpacking.of(encoding, body)) {
            return PushBody.read(clear);
        } catch (PushBody.TooLargeException e) {
            throw SyncProblems.tooLarge();
        } catch (MalformedException e) {
            throw SyncProblems.malformed();
        }
    }

    private static HttpResponse<byte[]> answer(PushResult.Held held, Instant receivedAt) {
        PushAnswer answer =
                new PushAnswer(held.epoch(), held.lastOpSeq(), held.durableOpSeq(), receivedAt, held.outcomes());
        return HttpResponse.status(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Wire.json(answer).getBytes(StandardCharsets.UTF_8));
    }
}
