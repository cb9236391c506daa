package org.tournee.server.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.BucketId;

/** Says which buckets moved, once the transaction that moved them is committed. */
@Singleton
public class MovedBuckets extends CommitNews<Collection<BucketId>> {

    MovedBuckets(TransactionOperations<Connection> transactions) {
        super(transactions);
    }

    @Override
    void afterCommit(OrganisationId organisation, Collection<BucketId> buckets) {
        if (!buckets.isEmpty()) {
            super.afterCommit(organisation, List.copyOf(buckets));
        }
    }
}
