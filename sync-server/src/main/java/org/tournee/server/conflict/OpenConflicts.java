package org.tournee.server.conflict;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.LinkTable;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.BucketId;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The conflicts that nobody has settled yet. */
@Singleton
public class OpenConflicts {

    private static final String COLUMNS =
            "select conflict_id, dossier_id, bucket_id, subject_id, kind, group_name, since from open_conflict";

    /**
     * That a conflict exists, without what it is about.
     *
     * @param kind the code of the subject's kind
     * @param group the field group on which the edits differ
     */
    public record Open(
            RecordId conflict,
            DossierId dossier,
            BucketId bucket,
            RecordId subject,
            String kind,
            String group,
            Instant since) {}

    private final Database database;
    private final RecordTable records;
    private final LinkTable links;
    private final Organisations organisations;
    private final AuditTrail audit;

    OpenConflicts(
            Database database, RecordTable records, LinkTable links, Organisations organisations, AuditTrail audit) {
        this.database = database;
        this.records = records;
        this.links = links;
        this.organisations = organisations;
        this.audit = audit;
    }

    /** All of the organisation, the oldest first. */
    public List<Open> all(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                COLUMNS + " where org_id = ? order by since, conflict_id",
                OpenConflicts::open,
                organisation));
    }

    /**
     * One conflict with its values, for whoever may settle it; audited. Rules: R-SHARE, R-AUD.
     *
     * @return empty where it is not open, or the worker may not settle it
     */
    public Optional<Entry<Conflict>> forSettling(Actor actor, WorkerId worker, RecordId conflict, Instant at) {
        return database.write(connection -> {
            Optional<Open> open = Sql.first(
                    connection,
                    COLUMNS + " where org_id = ? and conflict_id = ?",
                    OpenConflicts::open,
                    actor.organisation(),
                    conflict);
            if (open.isEmpty()) {
                return Optional.empty();
            }
            List<RecordRow> rows = records.find(
                    connection,
                    actor.organisation(),
                    List.of(conflict, open.get().subject()));
            RecordRow subject = row(rows, open.get().subject());
            boolean may = subject != null && maySettle(connection, actor, worker, open.get(), subject, at);
            audit.append(
                    connection,
                    actor.organisation(),
                    List.of(new AuditEntry(
                            at,
                            worker,
                            actor.stream(),
                            may ? AuditEntry.Act.READ : AuditEntry.Act.REFUSE,
                            open.get().dossier(),
                            conflict,
                            "conflict")));
            RecordRow row = row(rows, conflict);
            return may && row != null ? Optional.of(row.stored().as(Conflict.class)) : Optional.empty();
        });
    }

    private boolean maySettle(
            Connection connection, Actor actor, WorkerId worker, Open open, RecordRow subject, Instant at)
            throws SQLException {
        Optional<RecordKind> kind = RecordKind.ofCode(open.kind());
        if (kind.isEmpty()) {
            return false;
        }
        LinkTable.Standing standing = links.standing(connection, actor.organisation(), worker);
        LinkTable.Links known = links.links(
                        connection,
                        actor.organisation(),
                        worker,
                        standing,
                        List.of(open.dossier()),
                        organisations.today(actor.organisation(), at))
                .get(open.dossier());
        Set<Link> now = EnumSet.noneOf(Link.class);
        if (known != null) {
            now.addAll(known.now());
        }
        if (worker.equals(subject.author())) {
            now.add(Link.AUTHOR);
        }
        Subject about = ConflictBook.WHOLE_RECORD.equals(open.group())
                ? Subject.record(kind.get(), subject.audience())
                : Subject.group(kind.get(), open.group(), subject.audience());
        return AccessRules.decide(standing.roles(), now, Act.SETTLE_CONFLICT, about, false)
                .isAllowed();
    }

    private static @Nullable RecordRow row(List<RecordRow> rows, RecordId id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElse(null);
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                new RecordId(Sql.uuid(row, "conflict_id")),
                new DossierId(Sql.uuid(row, "dossier_id")),
                new BucketId(row.getString("bucket_id")),
                new RecordId(Sql.uuid(row, "subject_id")),
                row.getString("kind"),
                row.getString("group_name"),
                Sql.instant(row, "since"));
    }
}
