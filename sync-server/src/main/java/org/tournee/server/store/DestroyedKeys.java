package org.tournee.server.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.UUID;

/** Says whose keys were destroyed, once the transaction that did it is committed. Rule: R-GDPR. */
@Singleton
public class DestroyedKeys extends CommitNews<Collection<UUID>> {

    DestroyedKeys(TransactionOperations<Connection> transactions) {
        super(transactions);
    }
}
