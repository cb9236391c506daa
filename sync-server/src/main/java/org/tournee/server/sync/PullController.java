package org.tournee.server.sync;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
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
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.server.access.Caller;
import org.tournee.server.load.Places;
import org.tournee.sync.MalformedException;
import org.tournee.sync.PullRequest;
import org.tournee.sync.Wire;

/** Delivers what is new. Rules: R-SYN, R-SHARE. */
@Controller("/sync/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "sync")
class PullController {

    private final Feed feed;
    private final Admission admission;
    private final Clock clock;

    PullController(Feed feed, Admission admission, Clock clock) {
        this.feed = feed;
        this.admission = admission;
        this.clock = clock;
    }

    @Operation(summary = "Tells what the worker may hold, and the rows after the cursors sent")
    @Post("/pull")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(SyncMedia.LINES)
    HttpResponse<byte[]> pull(
            Caller caller, @Body byte[] body, @Nullable @Header(HttpHeaders.ACCEPT_ENCODING) String accepted) {
        PullRequest request = read(body);
        SyncProblems.requireOwnStream(caller, request.streamId());
        PullSchema.require(request.schema());
        Map<String, Long> cursors = Objects.requireNonNullElse(request.cursors(), Map.of());
        try (Places.Place _ = admission.enter(cursors).orElseThrow(SyncProblems::busy)) {
            return Packing.best(accepted)
                    .answer(feed.answer(caller.organisation(), request, clock.instant())
                            .orElseThrow(SyncProblems::revoked))
                    .contentType(MediaType.of(SyncMedia.LINES));
        }
    }

    private static PullRequest read(byte[] body) {
        try {
            return Wire.read(PullRequest.class, body);
        } catch (MalformedException e) {
            throw SyncProblems.malformed();
        }
    }
}
