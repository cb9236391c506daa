package org.tournee.server.reminder;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.problem.ProblemException;
import org.tournee.server.problem.Traces;
import org.tournee.server.store.MovedBuckets;
import org.tournee.sync.BucketId;

/**
 * Brings the reminders of a dossier up to date soon after it changed, on a thread of its own. All of a dossier is read
 * for it: changes that come together, as those of a phone that was offline for a week, cost one reading. What is lost
 * with the process is found by the day's sweep. Rule: R-REM.
 */
@Context
@Requires(property = "tournee.reminders.enabled", notEquals = "false")
final class ReminderFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderFeed.class);

    /** More is left to the sweep: a whole service that is being loaded must not fill the memory. */
    private static final int WAITING_AT_MOST = 500;

    /** What moves a dossier meanwhile is looked at together with what moved it first. */
    private static final long SETTLES_MILLIS = 1_500;

    private final DossierReminders reminders;
    private final ReminderDelivery delivery;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reminders").factory());
    private final Set<Moved> waiting = new LinkedHashSet<>();

    ReminderFeed(MovedBuckets buckets, DossierReminders reminders, ReminderDelivery delivery) {
        this.reminders = reminders;
        this.delivery = delivery;
        buckets.listen(this::moved);
    }

    private void moved(OrganisationId organisation, Collection<BucketId> buckets) {
        synchronized (waiting) {
            for (BucketId bucket : buckets) {
                bucket.dossier()
                        .filter(dossier -> waiting.size() < WAITING_AT_MOST)
                        .ifPresent(dossier -> queue(new Moved(organisation, dossier)));
            }
        }
    }

    private void queue(Moved moved) {
        if (waiting.add(moved)) {
            try {
                ScheduledFuture<?> _ = executor.schedule(() -> handle(moved), SETTLES_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                waiting.remove(moved); // the server is stopping: the sweep will find it
            }
        }
    }

    private void handle(Moved moved) {
        synchronized (waiting) {
            waiting.remove(moved);
        }
        try {
            if (reminders.bringUpToDate(moved.organisation(), moved.dossier()) > 0) {
                delivery.deliver(moved.organisation()); // what cannot wait
            }
        } catch (ProblemException e) {
            LOG.debug("An organisation without a profile has no reminders yet");
        } catch (RuntimeException e) {
            LOG.error("The reminders of a dossier failed: {}", Traces.withoutMessages(e));
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    private record Moved(OrganisationId organisation, DossierId dossier) {}
}
