package org.tournee.server.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import org.tournee.sync.StreamId;

/** Says which stream holds more operations than before, once the transaction that logged them is committed. */
@Singleton
public class AdvancedStreams extends CommitNews<StreamId> {

    AdvancedStreams(TransactionOperations<Connection> transactions) {
        super(transactions);
    }
}
