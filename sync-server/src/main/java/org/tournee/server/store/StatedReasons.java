package org.tournee.server.store;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordId;

/** The reasons that were stated to open somebody else's dossier, until its head has read them. Rule: R-SHARE. */
@Singleton
public class StatedReasons {

    /** A reason opens the dossier for a working day *(choice)*. */
    static final Duration LASTS = Duration.ofHours(8);

    private final Keyring keyring;

    StatedReasons(Keyring keyring) {
        this.keyring = keyring;
    }

    /** A dossier that was opened by a reason, without what was stated. */
    public record Opened(RecordId id, DossierId dossier, WorkerId worker, Instant at) {}

    /** Whether a reason that the worker stated still opens the dossier. */
    boolean stands(Connection connection, OrganisationId organisation, DossierId dossier, WorkerId worker, Instant at)
            throws SQLException {
        return Sql.first(connection, """
                        select 1 from stated_reason
                        where org_id = ? and dossier_id = ? and worker_id = ? and ends_at > ? limit 1
                        """, row -> true, organisation, dossier, worker, at)
                .isPresent();
    }

    /** The same of several: those dossiers that a reason still opens. */
    Set<DossierId> standing(
            Connection connection,
            OrganisationId organisation,
            Collection<DossierId> dossiers,
            WorkerId worker,
            Instant at)
            throws SQLException {
        return Set.copyOf(Sql.all(
                connection,
                """
                select distinct dossier_id from stated_reason
                where org_id = ? and dossier_id = any(?) and worker_id = ? and ends_at > ?
                """,
                row -> new DossierId(Sql.uuid(row, "dossier_id")),
                organisation,
                dossiers.stream().map(DossierId::value).toArray(UUID[]::new),
                worker,
                at));
    }

    void keep(
            Connection connection,
            OrganisationId organisation,
            DossierId dossier,
            WorkerId worker,
            String reason,
            Instant at)
            throws SQLException {
        RecordId id = new RecordId(UuidCreator.getTimeOrderedEpoch());
        Sql.change(
                connection,
                """
                insert into stated_reason (org_id, reason_id, dossier_id, worker_id, stated_at, ends_at, sealed)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                organisation,
                id,
                dossier,
                worker,
                at,
                at.plus(LASTS),
                key(connection, organisation, dossier).seal(id, reason.getBytes(StandardCharsets.UTF_8)));
    }

    /** Those of all dossiers that no head has read yet, the oldest first. */
    public List<Opened> untold(Connection connection, OrganisationId organisation) throws SQLException {
        return Sql.all(connection, """
                select reason_id, dossier_id, worker_id, stated_at from stated_reason
                where org_id = ? and seen_at is null order by stated_at, reason_id
                """, StatedReasons::opened, organisation);
    }

    /** What was stated for that dossier; empty where there is no such reason. */
    public Optional<Stated> find(Connection connection, OrganisationId organisation, DossierId dossier, RecordId id)
            throws SQLException {
        Optional<Sealed> sealed = Sql.first(
                connection,
                """
                select reason_id, dossier_id, worker_id, stated_at, sealed, seen_at is not null as seen
                from stated_reason where org_id = ? and dossier_id = ? and reason_id = ?
                """,
                row -> new Sealed(opened(row), row.getBytes("sealed"), row.getBoolean("seen")),
                organisation,
                dossier,
                id);
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        byte[] clear =
                key(connection, organisation, dossier).open(id, sealed.get().bytes());
        return Optional.of(new Stated(
                sealed.get().opened(),
                new String(clear, StandardCharsets.UTF_8),
                sealed.get().seen()));
    }

    /** Notes that the head has read it; a second time changes nothing. */
    public boolean markSeen(Connection connection, OrganisationId organisation, RecordId id, WorkerId head, Instant at)
            throws SQLException {
        return Sql.change(connection, """
                        update stated_reason set seen_by = ?, seen_at = ?
                        where org_id = ? and reason_id = ? and seen_at is null
                        """, head, at, organisation, id) > 0;
    }

    /** A reason in words. */
    public record Stated(Opened opened, String reason, boolean seen) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sealed(Opened opened, byte[] bytes, boolean seen) {}

    private SealingKey key(Connection connection, OrganisationId organisation, DossierId dossier) throws SQLException {
        Map<UUID, SealingKey> keys = keyring.find(connection, organisation, Set.of(dossier.value()));
        return Objects.requireNonNull(keys.get(dossier.value()), "A dossier has a key");
    }

    private static Opened opened(ResultSet row) throws SQLException {
        return new Opened(
                new RecordId(Sql.uuid(row, "reason_id")),
                new DossierId(Sql.uuid(row, "dossier_id")),
                new WorkerId(Sql.uuid(row, "worker_id")),
                Sql.instant(row, "stated_at"));
    }
}
