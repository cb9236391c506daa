package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordId;
import org.tournee.workflow.Carried.Refusal;

/** What became of each command. Whoever reads or writes it holds the lock of the dossier's bucket. */
@Singleton
class CommandTable {

    private static final String DONE = "DONE";
    private static final String STALE = "STALE";
    private static final String REFUSED = "REFUSED";

    /** The answer that the command got; empty where it comes for the first time. */
    Optional<CommandAnswer> find(Connection connection, SignedCommand signed) throws SQLException {
        return Sql.first(
                connection,
                """
                select outcome, refusal, change_id from segment_command
                where org_id = ? and dossier_id = ? and worker_id = ? and command_id = ?
                """,
                CommandTable::answer,
                signed.actor().organisation(),
                signed.dossier(),
                signed.worker(),
                signed.id());
    }

    void keep(Connection connection, SignedCommand signed, CommandAnswer answer, Instant at) throws SQLException {
        switch (answer) {
            case CommandAnswer.Done done -> insert(connection, signed, DONE, null, done.change(), at);
            case CommandAnswer.Stale stale -> insert(connection, signed, STALE, null, null, at);
            case CommandAnswer.Refused refused -> insert(connection, signed, REFUSED, refused.reason(), null, at);
            case CommandAnswer.Closed closed -> throw new IllegalArgumentException("Nothing was asked of a dossier");
        }
    }

    private static void insert(
            Connection connection,
            SignedCommand signed,
            String outcome,
            @Nullable Refusal refusal,
            @Nullable RecordId change,
            Instant at)
            throws SQLException {
        Sql.change(
                connection,
                """
                insert into segment_command
                    (org_id, dossier_id, worker_id, command_id, outcome, refusal, change_id, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                signed.actor().organisation(),
                signed.dossier(),
                signed.worker(),
                signed.id(),
                outcome,
                refusal == null ? null : refusal.name(),
                change,
                at);
    }

    private static CommandAnswer answer(ResultSet row) throws SQLException {
        return switch (row.getString("outcome")) {
            case DONE -> new CommandAnswer.Done(new RecordId(Sql.uuid(row, "change_id")));
            case REFUSED -> new CommandAnswer.Refused(Refusal.valueOf(row.getString("refusal")));
            default -> new CommandAnswer.Stale();
        };
    }
}
