package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Sql;
import org.tournee.sync.Outcome;
import org.tournee.sync.StreamId;

/** Operations that nobody can open any more: their dossier was erased. Rule: R-GDPR. */
@Singleton
public class LostKeys {

    /** Keeps such an operation in its place of the stream, where it is the next one; else nothing happens. */
    public void keep(
            Connection connection,
            OrganisationId organisation,
            StreamId stream,
            long opSeq,
            String hash,
            UUID keyOwner,
            byte[] sealed,
            Instant receivedAt)
            throws SQLException {
        int next = Sql.change(
                connection,
                "update stream set last_op_seq = ?, last_hash = ? where org_id = ? and stream_id = ? and last_op_seq = ? - 1",
                opSeq,
                hash,
                organisation,
                stream,
                opSeq);
        if (next == 1) {
            Sql.change(
                    connection,
                    """
                    insert into operation_log (org_id, stream_id, op_seq, hash, key_owner, received_at, sealed, verdict,
                                               ordinal)
                    values (?, ?, ?, ?, ?, ?, ?, ?, nextval('ledger_order'))""",
                    organisation,
                    stream,
                    opSeq,
                    hash,
                    keyOwner,
                    receivedAt,
                    sealed,
                    Outcome.Verdict.ERASED.name());
        }
    }
}
