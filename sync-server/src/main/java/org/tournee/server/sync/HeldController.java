package org.tournee.server.sync;

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
import java.nio.charset.StandardCharsets;
import org.tournee.server.access.Caller;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.Limits;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/** Tells a worker which operations of their own streams the server holds, byte for byte. Rule: R-SYN. */
@Controller("/sync/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "sync")
class HeldController {

    private final SyncLedger ledger;

    HeldController(SyncLedger ledger) {
        this.ledger = ledger;
    }

    @Operation(summary = "Which of these operations of an own stream are held, by number and hash")
    @Post("/held")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> held(Caller caller, @Body byte[] body) {
        HeldRequest asked = read(body);
        HeldAnswer answer = ledger.write(
                        caller.organisation(), transaction -> Held.of(transaction, caller.worker(), asked))
                .orElseThrow(SyncProblems::foreignStream);
        return HttpResponse.ok(Wire.json(answer).getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static HeldRequest read(byte[] body) {
        try {
            HeldRequest asked = Wire.read(HeldRequest.class, body);
            if (asked.operations().size() > Limits.PUSH_OPERATIONS) {
                throw SyncProblems.tooLarge();
            }
            return asked;
        } catch (MalformedException e) {
            throw SyncProblems.malformed();
        }
    }
}
