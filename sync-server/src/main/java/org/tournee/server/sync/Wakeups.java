package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.function.Consumer;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;

/**
 * Tells listening workers that something moved, also those of another instance of the server. They carry no contents
 * and may be lost: whoever is woken pulls, and polls anyway.
 */
@Singleton
public class Wakeups {

    /** What happened. */
    public enum Kind {
        /** One of the worker's buckets moved. */
        WAKE,
        /** A reminder of the worker is due. */
        REMINDER
    }

    /** Ends a subscription; does nothing the second time. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Publishes once the running transaction commits, or at once outside of one. */
    public void publish(OrganisationId organisation, Collection<WorkerId> workers, Kind kind) {
        throw new UnsupportedOperationException("Being written");
    }

    /** Calls {@code listener}, on a thread of the server's, until the subscription is closed. */
    public Subscription subscribe(OrganisationId organisation, WorkerId worker, Consumer<Kind> listener) {
        throw new UnsupportedOperationException("Being written");
    }
}
