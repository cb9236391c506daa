package org.tournee.server.access;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.sync.StreamId;

/**
 * Writes sign-ins to the audit of the organisation. A login that nobody has belongs to no organisation, and stands in
 * none. Rule: R-AUD.
 */
@Singleton
class SignInJournal {

    private static final Logger LOG = LoggerFactory.getLogger(SignInJournal.class);

    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;
    private final ExecutorService later;

    SignInJournal(
            Database database, AuditTrail audit, Clock clock, @Named(TaskExecutors.VIRTUAL) ExecutorService later) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.later = later;
    }

    void signedIn(Account account, SignIn.Door door) {
        write(account.organisation(), account.worker(), AuditEntry.Act.SIGN_IN, door, clock.instant());
    }

    void signedOut(OrganisationId organisation, WorkerId worker, SignIn.Door door) {
        write(organisation, worker, AuditEntry.Act.SIGN_OUT, door, clock.instant());
    }

    /**
     * A phone was opened without its PIN, or was to be: somebody tried with what was not theirs.
     *
     * @param stream as it was named; where it is not theirs there may be none such
     * @param given whether the key was
     */
    void recovered(Account account, StreamId stream, boolean given) {
        AuditEntry entry = new AuditEntry(
                clock.instant(),
                account.worker(),
                stream,
                given ? AuditEntry.Act.RECOVER : AuditEntry.Act.REFUSE,
                null,
                null,
                given ? SignIn.Door.PHONE.name() : AuditEntry.Act.RECOVER.name());
        database.write(connection -> {
            audit.append(connection, account.organisation(), List.of(entry));
            return null;
        });
    }

    /** After the answer: it would come later for a login that exists, and so tell that it does. */
    void failed(Account account, SignIn.Door door) {
        Instant at = clock.instant();
        later.execute(() -> {
            try {
                write(account.organisation(), account.worker(), AuditEntry.Act.SIGN_IN_FAILED, door, at);
            } catch (RuntimeException e) {
                LOG.warn(
                        "A failed sign-in is missing in the audit: {}",
                        e.getClass().getSimpleName());
            }
        });
    }

    private void write(OrganisationId organisation, WorkerId worker, AuditEntry.Act act, SignIn.Door door, Instant at) {
        database.write(connection -> {
            audit.append(
                    connection, organisation, List.of(new AuditEntry(at, worker, null, act, null, null, door.name())));
            return null;
        });
    }
}
