package org.tournee.server.history;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/** Reads a chain of the audit backwards, a page at a time. */
@Singleton
class AuditRows {

    /** The latest of a chain. */
    static final long LATEST = Long.MAX_VALUE;

    /**
     * What is asked for.
     *
     * @param acts of these kinds
     * @param workers of these people; null for everybody
     * @param before with a smaller number than that
     */
    record Question(
            String chain,
            Set<AuditEntry.Act> acts,
            @Nullable Collection<WorkerId> workers,
            long before,
            int limit) {}

    /** The newest first. */
    List<Step> read(Connection connection, OrganisationId organisation, Question question) throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>();
        Collections.addAll(
                parameters,
                organisation,
                question.chain(),
                question.before(),
                question.acts().stream().map(Enum::name).toArray(String[]::new));
        Collection<WorkerId> workers = question.workers();
        if (workers != null) {
            parameters.add(workers.stream().map(WorkerId::value).toArray(UUID[]::new));
        }
        parameters.add(question.limit());
        return Sql.all(
                connection,
                """
                select a.seq, a.at, a.worker_id, a.stream_id, s.device_name, a.act, a.record_id, a.detail
                from audit a left join stream s on s.org_id = a.org_id and s.stream_id = a.stream_id
                where a.org_id = ? and a.chain = ? and a.seq < ? and a.act = any(?)
                """ + (workers == null ? "" : " and a.worker_id = any(?)") + " order by a.seq desc limit ?",
                AuditRows::step,
                parameters.toArray());
    }

    /** Whoever is named in a chain. */
    List<WorkerId> workers(Connection connection, OrganisationId organisation, String chain) throws SQLException {
        return Sql.all(
                connection,
                "select distinct worker_id from audit where org_id = ? and chain = ? and worker_id is not null",
                row -> new WorkerId(Sql.uuid(row, "worker_id")),
                organisation,
                chain);
    }

    private static Step step(ResultSet row) throws SQLException {
        UUID worker = Sql.uuidOrNull(row, "worker_id");
        UUID stream = Sql.uuidOrNull(row, "stream_id");
        UUID record = Sql.uuidOrNull(row, "record_id");
        return new Step(
                row.getLong("seq"),
                Sql.instant(row, "at"),
                worker == null ? null : new WorkerId(worker),
                stream == null ? null : new StreamId(stream),
                row.getString("device_name"),
                AuditEntry.Act.valueOf(row.getString("act")),
                record == null ? null : new RecordId(record),
                row.getString("detail"));
    }
}
