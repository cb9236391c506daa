package org.tournee.server.database;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Runs work in a transaction; joins the one that runs already, if any. */
@Singleton
public final class Database {

    private final TransactionOperations<Connection> transactions;
    private final Turns turns;

    Database(TransactionOperations<Connection> transactions, Turns turns) {
        this.transactions = transactions;
        this.turns = turns;
    }

    /**
     * Reads in one transaction.
     *
     * @throws DatabaseException when the database refuses, or has no time
     */
    public <R extends @Nullable Object> R read(Work<R> work) {
        return run(TransactionDefinition.READ_ONLY, work);
    }

    /**
     * Writes in one transaction; whatever {@code work} throws undoes it.
     *
     * @throws DatabaseException when the database refuses, or has no time
     */
    public <R extends @Nullable Object> R write(Work<R> work) {
        return run(TransactionDefinition.DEFAULT, work);
    }

    private <R extends @Nullable Object> R run(TransactionDefinition definition, Work<R> work) {
        if (transactions.hasConnection()) {
            return execute(definition, work);
        }
        try (var _ = turns.take()) {
            return execute(definition, work);
        }
    }

    private <R extends @Nullable Object> R execute(TransactionDefinition definition, Work<R> work) {
        return transactions.execute(definition, status -> {
            try {
                return work.with(status.getConnection());
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        });
    }

    /** What is done with the connection of a transaction. */
    @FunctionalInterface
    public interface Work<R extends @Nullable Object> {
        R with(Connection connection) throws SQLException;
    }
}
