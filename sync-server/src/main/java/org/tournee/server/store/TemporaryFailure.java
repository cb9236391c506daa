package org.tournee.server.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells what may succeed later from what fails for good. */
public final class TemporaryFailure {

    private TemporaryFailure() {}

    /**
     * Whether the same work may succeed later: serialization failure, deadlock, lost connection, lack of resources, a
     * server that stops.
     */
    public static boolean is(Throwable failure) {
        String state = stateOf(failure);
        return state != null
                && (state.startsWith("40")
                        || state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("58")
                        || state.equals("55P03"));
    }

    /** Whether the same work may succeed at once: somebody else was in the way. */
    public static boolean isContention(Throwable failure) {
        String state = stateOf(failure);
        return state != null && (state.startsWith("40") || state.equals("55P03"));
    }

    private static @Nullable String stateOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null ? "08000" : sql.getSQLState();
            }
        }
        return null;
    }
}
