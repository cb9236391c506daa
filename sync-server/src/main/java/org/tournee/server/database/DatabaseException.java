package org.tournee.server.database;

import java.io.Serial;
import java.sql.SQLException;

/** The database refused. The message names the SQL state alone: never a value. */
public final class DatabaseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param cause whose SQL state says what may succeed later */
    public DatabaseException(SQLException cause) {
        super("SQL state " + cause.getSQLState(), cause);
    }
}
