package org.tournee.server.reception;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reminder.ReminderKind;
import org.tournee.request.Request;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Draft;
import org.tournee.server.store.LinkTable;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.Audience;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * Liaison sheets for whom they go to, and for those who work at the desk: listed without a word of them, read one by one,
 * each reading decided and audited. Rules: R-PER, R-REL, R-SHARE, R-AUD.
 */
@Singleton
class LiaisonSheets {

    private static final Subject SHEET = Subject.record(RecordKind.LIAISON, Audience.SERVICE);

    /** What was taken over is still listed for so long. In days *(choice)*. */
    private static final int LISTED_DAYS = 31;

    private static final String THEIRS = """
            from liaison_fact f where f.org_id = ? and (f.worker_id = ? or f.team_id = (
                select w.team_id from worker w where w.org_id = ? and w.worker_id = ? and w.active))""";

    /** One that goes to somebody, without its words. */
    record Listed(
            RecordId id,
            Request.Urgency urgency,
            LocalDate sentOn,
            @Nullable LocalDate takenOn) {}

    /** One with its words. */
    record Read(RecordId id, LiaisonSheet sheet, @Nullable WorkerId author) {}

    /**
     * One that nobody took over for long.
     *
     * @param to the name of the colleague or team that it goes to; empty for a service
     */
    record Late(Request.Urgency urgency, LocalDate sentOn, String to) {

        static Late of(ResultSet row) throws SQLException {
            String worker = row.getString("worker");
            String team = row.getString("team");
            return new Late(
                    Request.Urgency.valueOf(row.getString("urgency")),
                    row.getObject("sent_on", LocalDate.class),
                    worker != null ? worker : team != null ? team : "");
        }
    }

    private final Database database;
    private final RecordTable records;
    private final RecordWriter writer;
    private final LinkTable links;
    private final Organisations organisations;
    private final AuditTrail audit;

    LiaisonSheets(
            Database database,
            RecordTable records,
            RecordWriter writer,
            LinkTable links,
            Organisations organisations,
            AuditTrail audit) {
        this.database = database;
        this.records = records;
        this.writer = writer;
        this.links = links;
        this.organisations = organisations;
        this.audit = audit;
    }

    /**
     * Those that go to the viewer or their team, and which they may read: who waits first, the most urgent before the
     * others; then those that were taken over not long ago.
     */
    List<Listed> to(WebSession session, LocalDate today) {
        if (!mayReadTheirs(session)) {
            return List.of();
        }
        return database.read(connection -> Sql.all(
                connection,
                "select f.record_id, f.urgency, f.sent_on, f.taken_on " + THEIRS + """
                 and (f.taken_on is null or f.taken_on > ?)
                order by (f.taken_on is not null), case f.urgency when 'IMMEDIATE' then 0 when 'SOON' then 1 else 2 end,
                         f.sent_on desc, f.record_id""",
                row -> new Listed(
                        new RecordId(Sql.uuid(row, "record_id")),
                        Request.Urgency.valueOf(row.getString("urgency")),
                        row.getObject("sent_on", LocalDate.class),
                        row.getObject("taken_on", LocalDate.class)),
                session.organisation(),
                session.worker(),
                session.organisation(),
                session.worker(),
                today.minusDays(LISTED_DAYS)));
    }

    /** How many of them nobody took over yet. */
    int waiting(WebSession session) {
        if (!mayReadTheirs(session)) {
            return 0;
        }
        return database.read(connection -> Sql.first(
                        connection,
                        "select count(*) " + THEIRS + " and f.taken_on is null",
                        row -> row.getInt(1),
                        session.organisation(),
                        session.worker(),
                        session.organisation(),
                        session.worker()))
                .orElse(0);
    }

    /**
     * Those that nobody took over for long and of which the viewer is told: as addressee, as whoever passed them on, or as a
     * head. Without their words, and without who came. Rules: R-REL, R-REM.
     */
    List<Late> late(WebSession session) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select f.urgency, f.sent_on, w.name as worker, t.name as team from reminder_told r
                join liaison_fact f on f.org_id = r.org_id and f.register_id = r.dossier_id
                  and r.cause = ? || '/' || f.record_id || '/' || r.due_on
                left join worker w on w.org_id = f.org_id and w.worker_id = f.worker_id
                left join team t on t.org_id = f.org_id and t.team_id = f.team_id
                where r.org_id = ? and r.worker_id = ? and r.ended_at is null and f.taken_on is null
                order by f.sent_on, f.record_id""",
                Late::of,
                ReminderKind.LIAISON_WAITING.name().toLowerCase(Locale.ROOT),
                session.organisation(),
                session.worker()));
    }

    /** A sheet that somebody may not open is not promised to them. */
    private static boolean mayReadTheirs(WebSession session) {
        return AccessRules.decide(session.roles(), Set.of(Link.ADDRESSEE), Act.VIEW, SHEET, false)
                .isAllowed();
    }

    /** One with its words; empty where there is none, or where the viewer may not read it. Audited either way. */
    Optional<Read> read(WebSession session, RecordId id, Instant at) {
        return database.write(connection -> {
            Optional<RecordRow> row = find(connection, session.organisation(), id);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            boolean allowed = may(connection, session, row.get(), Act.VIEW, at);
            tell(connection, session, row.get(), allowed ? AuditEntry.Act.READ : AuditEntry.Act.REFUSE, at);
            return allowed
                    ? row.map(found -> new Read(id, found.groups().as(LiaisonSheet.class), found.author()))
                    : Optional.empty();
        });
    }

    /** Says who took over, and when; where somebody did already, nothing changes. Who may not is audited. */
    boolean takeOver(WebSession session, Actor actor, RecordId id, LocalDate on, Instant at) {
        return database.write(connection -> {
            Optional<RecordRow> found = find(connection, actor.organisation(), id);
            if (found.isEmpty()) {
                return false;
            }
            if (!may(connection, session, found.get(), Act.CHANGE, at)) {
                tell(connection, session, found.get(), AuditEntry.Act.REFUSE, at);
                return false;
            }
            writer.lock(connection, actor, List.of(found.get().bucket()));
            Optional<RecordRow> now = find(connection, actor.organisation(), id);
            if (now.isEmpty()) {
                return false; // taken back meanwhile
            }
            RecordRow row = now.get();
            LiaisonSheet sheet = row.groups().as(LiaisonSheet.class);
            if (sheet.isOpen()) {
                Groups taken = Groups.of(sheet.takenOver(session.worker(), on));
                writer.write(
                        connection,
                        actor,
                        List.of(new Draft(id, RecordKind.LIAISON, row.dossier(), row.bucket(), taken)),
                        List.of(),
                        List.of(entry(session, row, AuditEntry.Act.WRITE, at)),
                        at);
            }
            return true;
        });
    }

    private boolean may(Connection connection, WebSession session, RecordRow row, Act act, Instant at)
            throws SQLException {
        OrganisationId organisation = session.organisation();
        LinkTable.Standing standing = links.standing(connection, organisation, session.worker());
        DossierId register = Objects.requireNonNull(row.dossier(), "A sheet lies in a register");
        Set<Link> known = EnumSet.noneOf(Link.class);
        known.addAll(links.links(
                        connection,
                        organisation,
                        session.worker(),
                        standing,
                        List.of(register),
                        organisations.today(organisation, at))
                .getOrDefault(register, LinkTable.Links.NONE)
                .now());
        UUID team = standing.team();
        if (row.groups()
                .as(LiaisonSheet.class)
                .address()
                .reaches(session.worker(), team == null ? null : new TeamId(team))) {
            known.add(Link.ADDRESSEE);
        }
        return AccessRules.decide(standing.roles(), known, act, SHEET, false).isAllowed();
    }

    private void tell(Connection connection, WebSession session, RecordRow row, AuditEntry.Act act, Instant at)
            throws SQLException {
        audit.append(connection, session.organisation(), List.of(entry(session, row, act, at)));
    }

    private static AuditEntry entry(WebSession session, RecordRow row, AuditEntry.Act act, Instant at) {
        return new AuditEntry(at, session.worker(), null, act, row.dossier(), row.id(), RecordKind.LIAISON.code());
    }

    private Optional<RecordRow> find(Connection connection, OrganisationId organisation, RecordId id)
            throws SQLException {
        return records.find(connection, organisation, List.of(id)).stream()
                .filter(row -> row.kind().equals(RecordKind.LIAISON.code()) && !row.deleted())
                .findFirst();
    }
}
