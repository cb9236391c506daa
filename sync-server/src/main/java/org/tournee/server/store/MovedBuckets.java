package org.tournee.server.store;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.BucketId;

/** Says which buckets moved, once the transaction that moved them is committed. */
@Singleton
public class MovedBuckets {

    private final TransactionOperations<Connection> transactions;
    private final List<BiConsumer<OrganisationId, Collection<BucketId>>> listeners = new CopyOnWriteArrayList<>();

    MovedBuckets(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Tells the listener from now on; it must be quick. */
    public void listen(BiConsumer<OrganisationId, Collection<BucketId>> listener) {
        listeners.add(listener);
    }

    void afterCommit(OrganisationId organisation, Collection<BucketId> buckets) {
        if (buckets.isEmpty()) {
            return;
        }
        List<BucketId> moved = List.copyOf(buckets);
        transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("Buckets move inside of a transaction alone"))
                .registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        listeners.forEach(listener -> listener.accept(organisation, moved));
                    }
                });
    }
}
