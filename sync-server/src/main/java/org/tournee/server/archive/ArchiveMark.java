package org.tournee.server.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.tournee.server.database.Sql;

/**
 * Which database this is, and how far it knows the archive.
 *
 * @param archive empty where there is none
 * @param position of the archive, after the last entry of which this database knows that it is there
 */
record ArchiveMark(Identity identity, String archive, long position) {

    /** The lock of whoever archives or replays: one in the database at a time. */
    static final long LOCK = 0x746f75726e656575L;

    /** A database: a restore by base backup and a failover begin another timeline. */
    record Identity(String system, String timeline) {

        static Identity of(Connection connection) throws SQLException {
            return Sql.first(
                            connection,
                            "select system_identifier::text, database_timeline() from pg_control_system()",
                            row -> new Identity(row.getString(1), row.getString(2)))
                    .orElseThrow();
        }
    }

    static Optional<ArchiveMark> read(Connection connection) throws SQLException {
        return Sql.first(
                connection,
                "select system_identifier, timeline, archive_id, position from archive_mark",
                row -> new ArchiveMark(
                        new Identity(row.getString(1), row.getString(2)), row.getString(3), row.getLong(4)));
    }

    /** Whether this is the database that it was when the service opened. */
    static boolean isCurrent(Connection connection) throws SQLException {
        Optional<ArchiveMark> mark = read(connection);
        return mark.isPresent() && mark.get().identity().equals(Identity.of(connection));
    }

    void write(Connection connection) throws SQLException {
        Sql.change(connection, """
                insert into archive_mark (system_identifier, timeline, archive_id, position) values (?, ?, ?, ?)
                on conflict (only_row) do update set system_identifier = excluded.system_identifier,
                    timeline = excluded.timeline, archive_id = excluded.archive_id, position = excluded.position""", identity.system(), identity.timeline(), archive, position);
    }

    /** The entries up to there are known to be in the archive. */
    static void moveTo(Connection connection, long position) throws SQLException {
        Sql.change(connection, "update archive_mark set position = ?", position);
    }
}
