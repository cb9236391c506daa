package org.tournee.server.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Sql;
import org.tournee.server.store.RoleCodes;

/**
 * Somebody with an account.
 *
 * @param fullTimePercent 1 to 100
 * @param team null for those who work for the whole organisation
 * @param active whether they work here today
 * @param mailbox where they hear that something is due; empty for nowhere
 * @param rev of the account as it was read: grows with each change; 0 for a new one
 */
record Member(
        WorkerId id,
        String login,
        String name,
        Set<Role> roles,
        int fullTimePercent,
        @Nullable TeamId team,
        boolean active,
        String mailbox,
        long rev) {

    static final String COLUMNS = "worker_id, login, name, roles, full_time_percent, team_id, active,"
            + " coalesce(mailbox, '') as mailbox, account_rev";

    /** Whether both say the same of somebody, whatever the revision. */
    boolean sameAs(Member other) {
        return other.equals(new Member(id, login, name, roles, fullTimePercent, team, active, mailbox, other.rev));
    }

    static Member of(ResultSet row) throws SQLException {
        UUID team = Sql.uuidOrNull(row, "team_id");
        return new Member(
                new WorkerId(Sql.uuid(row, "worker_id")),
                row.getString("login"),
                row.getString("name"),
                RoleCodes.read(row.getString("roles")),
                row.getInt("full_time_percent"),
                team == null ? null : new TeamId(team),
                row.getBoolean("active"),
                row.getString("mailbox"),
                row.getLong("account_rev"));
    }
}
