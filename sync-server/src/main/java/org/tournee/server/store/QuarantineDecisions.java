package org.tournee.server.store;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordId;

/** Reads what waits under quarantine from one stream, and notes what somebody decided about it. Rules: R-REC, R-AUD. */
@Singleton
public class QuarantineDecisions {

    private static final String SELECT = """
            select * from quarantine where org_id = ? and stream_id = ? order by first_seq, received_at, hash""";

    private final Database database;
    private final Keyring keyring;
    private final AuditTrail audit;

    QuarantineDecisions(Database database, Keyring keyring, AuditTrail audit) {
        this.database = database;
        this.keyring = keyring;
        this.audit = audit;
    }

    /** A delivery as it was sealed on the phone. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sealed(Quarantined about, String doorKey, byte[] bytes) {}

    /** Everything of a stream, in the order of its operations. */
    public List<Quarantined> of(OrganisationId organisation, StreamRow stream) {
        return sealed(organisation, stream).stream().map(Sealed::about).toList();
    }

    /** The same with the sealed bytes. */
    public List<Sealed> sealed(OrganisationId organisation, StreamRow stream) {
        return database.read(connection -> {
            UUID author = stream.worker().value();
            SealingKey key =
                    keyring.find(connection, organisation, Set.of(author)).get(author);
            return Sql.all(connection, SELECT, row -> read(row, key), organisation, stream.id());
        });
    }

    private static Sealed read(ResultSet row, @Nullable SealingKey key) throws SQLException {
        byte[] stated = row.getBytes("stated");
        UUID by = Sql.uuidOrNull(row, "decided_by");
        String why = stated == null || key == null
                ? null
                : new String(key.open(new RecordId(Sql.uuid(row, "stated_id")), stated), StandardCharsets.UTF_8);
        Quarantined about = new Quarantined(
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getString("hash"),
                Quarantine.Reason.valueOf(row.getString("reason")),
                Sql.instant(row, "received_at"),
                Quarantine.State.valueOf(row.getString("state")),
                by == null ? null : new WorkerId(by),
                by == null ? null : Sql.instant(row, "decided_at"),
                why);
        return new Sealed(about, row.getString("public_key"), row.getBytes("sealed"));
    }

    /**
     * Notes what became of deliveries that wait; one that was decided meanwhile stays as it is.
     *
     * @param state not {@code WAITING}
     * @param stated why, for those who look at it later
     */
    public void decide(
            Actor actor,
            StreamRow stream,
            List<Quarantined> deliveries,
            Quarantine.State state,
            String stated,
            Instant at) {
        WorkerId by = Objects.requireNonNull(actor.worker(), "Somebody decides");
        database.write(connection -> {
            SealingKey key = key(connection, stream);
            long operations = 0;
            for (Quarantined delivery : deliveries) {
                if (decide(connection, stream, delivery, state, by, key, stated, at) == 1) {
                    operations += delivery.operations();
                }
            }
            if (operations > 0) {
                audit.append(
                        connection,
                        stream.organisation(),
                        List.of(new AuditEntry(
                                at,
                                by,
                                stream.id(),
                                state == Quarantine.State.RELEASED
                                        ? AuditEntry.Act.RELEASE
                                        : AuditEntry.Act.CLOSE_QUARANTINE,
                                null,
                                null,
                                "operations " + operations)));
            }
            return null;
        });
    }

    private static int decide(
            Connection connection,
            StreamRow stream,
            Quarantined delivery,
            Quarantine.State state,
            WorkerId by,
            SealingKey key,
            String stated,
            Instant at)
            throws SQLException {
        RecordId id = new RecordId(UuidCreator.getTimeOrderedEpoch());
        return Sql.change(
                connection,
                """
                update quarantine set state = ?, decided_by = ?, decided_at = ?, stated_id = ?, stated = ?
                where org_id = ? and stream_id = ? and first_seq = ? and hash = ? and state = 'WAITING'""",
                state.name(),
                by,
                at,
                id,
                key.seal(id, stated.getBytes(StandardCharsets.UTF_8)),
                stream.organisation(),
                stream.id(),
                delivery.firstSeq(),
                delivery.hash());
    }

    private SealingKey key(Connection connection, StreamRow stream) throws SQLException {
        UUID author = stream.worker().value();
        SealingKey known =
                keyring.find(connection, stream.organisation(), Set.of(author)).get(author);
        return known != null
                ? known
                : Objects.requireNonNull(keyring.make(connection, stream.organisation(), Set.of(author))
                        .get(author));
    }
}
