package org.tournee.server.sync;

import java.sql.SQLTransactionRollbackException;
import org.tournee.server.database.DatabaseException;

/** A record moved to another bucket between the look-up and the lock: taken again, it is found where it is. */
final class MovedMeanwhile {

    private static final String SERIALIZATION_FAILURE = "40001";

    private MovedMeanwhile() {}

    /** What {@link org.tournee.server.store.TemporaryFailure} recognises. */
    static DatabaseException failure() {
        return new DatabaseException(
                new SQLTransactionRollbackException("A record moved meanwhile", SERIALIZATION_FAILURE));
    }
}
