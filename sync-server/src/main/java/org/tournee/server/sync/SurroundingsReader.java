package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.store.LinkTable;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.SqlArray;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;

/** Reads what is around the operations of a transaction, once its buckets are locked. */
@Singleton
class SurroundingsReader {

    private final LinkTable links;
    private final Organisations organisations;
    private final OperationLog log;

    SurroundingsReader(LinkTable links, Organisations organisations, OperationLog log) {
        this.links = links;
        this.organisations = organisations;
        this.log = log;
    }

    Surroundings read(
            Connection connection,
            StreamRow stream,
            Workspace workspace,
            List<Operation> operations,
            Set<DossierId> dossiers,
            Instant at)
            throws SQLException {
        OrganisationId organisation = stream.organisation();
        LinkTable.Standing standing = links.standing(connection, organisation, stream.worker());
        return new Surroundings(
                stream,
                organisations.find(organisation).epoch(),
                standing.roles(),
                dossiers,
                links.links(
                        connection,
                        organisation,
                        stream.worker(),
                        standing,
                        dossiers,
                        organisations.today(organisation, at)),
                grantEpochs(connection, stream, dossiers),
                returnedCreations(connection, organisation, workspace, operations));
    }

    private Set<RecordId> returnedCreations(
            Connection connection, OrganisationId organisation, Workspace workspace, List<Operation> operations)
            throws SQLException {
        Set<RecordId> missing = new HashSet<>();
        for (Operation operation : operations) {
            if (operation.action() != Action.CREATE && workspace.record(operation.recordId()) == null) {
                missing.add(operation.recordId());
            }
        }
        return missing.isEmpty() ? new HashSet<>() : log.returnedCreations(connection, organisation, missing);
    }

    private static Map<DossierId, Set<Long>> grantEpochs(
            Connection connection, StreamRow stream, Collection<DossierId> dossiers) throws SQLException {
        Map<DossierId, Set<Long>> epochs = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select bucket_id, grant_epoch from bucket_grant
                where org_id = ? and worker_id = ? and bucket_id = any(?)""")) {
            select.setObject(1, stream.organisation().value());
            select.setObject(2, stream.worker().value());
            select.setArray(
                    3,
                    new SqlArray(connection)
                            .texts(
                                    dossiers,
                                    dossier -> BucketId.service(dossier).value()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long epoch = rows.getLong(2);
                    new BucketId(rows.getString(1))
                            .dossier()
                            .ifPresent(dossier -> epochs.computeIfAbsent(dossier, id -> new HashSet<>())
                                    .add(epoch));
                }
            }
        }
        return epochs;
    }
}
