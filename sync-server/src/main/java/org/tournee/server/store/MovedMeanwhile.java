package org.tournee.server.store;

import java.sql.SQLTransactionRollbackException;
import org.tournee.server.database.DatabaseException;

/** What was looked up before the lock is another by now: taken again, it is found as it is. */
public final class MovedMeanwhile {

    private static final String SERIALIZATION_FAILURE = "40001";

    private MovedMeanwhile() {}

    /** What {@link TemporaryFailure} recognises. */
    public static DatabaseException failure() {
        return new DatabaseException(new SQLTransactionRollbackException("Moved meanwhile", SERIALIZATION_FAILURE));
    }
}
