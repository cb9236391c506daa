package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.conflict.ConflictSubjects;
import org.tournee.server.database.Database;
import org.tournee.server.store.Epochs;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.LinkTable;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.Streams;
import org.tournee.server.store.WorkspaceStore;

/** The tables of PostgreSQL. */
@Singleton
class PostgresLedger implements SyncLedger {

    /** The tables that its transactions work on. */
    record Tables(
            Organisations organisations,
            Epochs epochs,
            Streams streams,
            OperationLog log,
            Keyring keyring,
            RecordTable records,
            ConflictSubjects conflicts,
            WorkspaceStore workspaces,
            LinkTable links,
            FeedQuery feed,
            AuditTrail audit) {}

    private final Database database;
    private final Tables tables;

    PostgresLedger(
            Database database,
            Organisations organisations,
            Epochs epochs,
            Streams streams,
            OperationLog log,
            Keyring keyring,
            RecordTable records,
            ConflictSubjects conflicts,
            WorkspaceStore workspaces,
            LinkTable links,
            FeedQuery feed,
            AuditTrail audit) {
        this.database = database;
        this.tables = new Tables(
                organisations, epochs, streams, log, keyring, records, conflicts, workspaces, links, feed, audit);
    }

    @Override
    public <R extends @Nullable Object> R write(OrganisationId organisation, Function<SyncTransaction, R> work) {
        return database.write(connection -> work.apply(new PostgresTransaction(connection, organisation, tables)));
    }
}
