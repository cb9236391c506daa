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
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.server.access.Caller;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.sync.ChecksumAlarm;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/** Hears from phones that their contents differ from the server's: noted with opaque ids alone. Rule: R-SYN. */
@Controller("/sync/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "sync")
class AlarmController {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmController.class);

    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;

    AlarmController(Database database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Operation(summary = "Hears that a bucket fetched again still has another checksum")
    @Post("/alarms")
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<?> alarm(Caller caller, @Body byte[] body) {
        ChecksumAlarm alarm = read(body);
        SyncProblems.requireOwnStream(caller, alarm.streamId());
        LOG.warn("The checksum of bucket {} differs on stream {}", alarm.bucket(), alarm.streamId());
        database.write(connection -> {
            audit.append(
                    connection,
                    caller.organisation(),
                    List.of(new AuditEntry(
                            clock.instant(),
                            caller.worker(),
                            alarm.streamId(),
                            AuditEntry.Act.ALARM,
                            null,
                            null,
                            "checksum " + alarm.bucket())));
            return null;
        });
        return HttpResponse.noContent();
    }

    /** What is written into log and audit is a bucket's id or nothing. */
    private static ChecksumAlarm read(byte[] body) {
        try {
            ChecksumAlarm alarm = Wire.read(ChecksumAlarm.class, body);
            if (alarm.bucket().isWellFormed()) {
                return alarm;
            }
        } catch (MalformedException e) {
            LOG.debug("An alarm that cannot be read", e);
        }
        throw SyncProblems.malformed();
    }
}
