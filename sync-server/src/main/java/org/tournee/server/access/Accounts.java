package org.tournee.server.access;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.RoleCodes;

/** The workers' accounts. */
@Singleton
final class Accounts {

    private static final String SELECT = """
            select w.org_id, o.name as org_name, w.worker_id, w.name, w.password_hash, w.roles, w.active
            from worker w join organisation o on o.org_id = w.org_id
            """;

    private final Database database;

    Accounts(Database database) {
        this.database = database;
    }

    Optional<Account> byLogin(String login) {
        return database.read(
                connection -> Sql.first(connection, SELECT + " where w.login = ?", Accounts::account, login));
    }

    Optional<Account> byId(OrganisationId organisation, WorkerId worker) {
        return database.read(connection -> Sql.first(
                connection,
                SELECT + " where w.org_id = ? and w.worker_id = ?",
                Accounts::account,
                organisation,
                worker));
    }

    /** The login of a worker; empty where they have none. */
    Optional<String> loginOf(OrganisationId organisation, WorkerId worker) {
        return database.read(connection -> Sql.first(
                connection,
                "select login from worker where org_id = ? and worker_id = ? and login is not null",
                row -> row.getString("login"),
                organisation,
                worker));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new OrganisationId(Sql.uuid(row, "org_id")),
                row.getString("org_name"),
                new WorkerId(Sql.uuid(row, "worker_id")),
                row.getString("name"),
                row.getString("password_hash"),
                RoleCodes.read(row.getString("roles")),
                row.getBoolean("active"));
    }
}
