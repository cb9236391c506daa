package org.tournee.server.sync;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.tournee.server.access.Caller;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Withdrawals;
import org.tournee.sync.Acknowledgement;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/** Hears from phones that they gave back what was withdrawn. Rule: R-SHARE. */
@Controller("/sync/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "sync")
class WithdrawalController {

    private final Withdrawals withdrawals;
    private final Clock clock;

    WithdrawalController(Withdrawals withdrawals, Clock clock) {
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @Operation(summary = "Hears that a phone holds nothing any more of what was withdrawn")
    @Post("/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<?> acknowledge(Caller caller, @Body byte[] body) {
        Acknowledgement told = read(body);
        SyncProblems.requireOwnStream(caller, told.streamId());
        withdrawals.acknowledge(
                new Actor(caller.organisation(), caller.worker(), told.streamId()),
                told.streamId(),
                told.withdrawn(),
                clock.instant());
        return HttpResponse.noContent();
    }

    private static Acknowledgement read(byte[] body) {
        try {
            return Wire.read(Acknowledgement.class, body);
        } catch (MalformedException e) {
            throw SyncProblems.malformed();
        }
    }
}
