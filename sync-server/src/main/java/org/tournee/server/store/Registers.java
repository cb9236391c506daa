package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.SiteId;
import org.tournee.reception.ReceptionRegister;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * The registers of the sites' desks: opened a quarter ahead, so that phones have theirs before they go where there is no
 * network; given to whoever works at the site; erased when their time is over. Rules: R-PER, R-SHARE, R-GDPR.
 */
@Singleton
public class Registers {

    /** How long after its last day a phone still holds a register: what was begun is ended there. In days *(choice)*. */
    private static final int HELD_DAYS = 31;

    private static final String FIELD = "'{SOCIAL_WORKER,ADMIN_ASSISTANT,TEAM_HEAD,INTAKE_WORKER}'::text[]";

    /** Who works at a site holds its registers of these days. Compared with what is granted: 'GIVE' or 'END'. */
    private static final String DIFFERENCE = """
            with wanted as (
                select w.worker_id, 'd/' || r.register_id || '/s' as bucket_id
                from reception_register r join team t on t.org_id = r.org_id and t.site_id = r.site_id
                join worker w on w.org_id = t.org_id and w.team_id = t.team_id
                where r.org_id = ? and w.active and r.until_day > ?
                  and string_to_array(w.roles, ' ') && %s
            ), granted as (
                select g.worker_id, g.bucket_id from reception_register r
                join bucket_grant g on g.org_id = r.org_id and g.bucket_id = 'd/' || r.register_id || '/s'
                where r.org_id = ? and g.ended_at is null
            )
            select 'GIVE', worker_id, bucket_id from (select * from wanted except select * from granted) as missing
            union all
            select 'END', worker_id, bucket_id from (select * from granted except select * from wanted) as ended""".formatted(FIELD);

    private record Place(SiteId id, String name) {}

    private final Database database;
    private final Keyring keyring;
    private final RecordWriter writer;
    private final GrantDifference difference;
    private final Organisations organisations;
    private final ErasedDossiers erased;
    private final AuditTrail audit;
    private final CarriedActions carried;

    Registers(
            Database database,
            Keyring keyring,
            RecordWriter writer,
            Organisations organisations,
            ErasedDossiers erased,
            AuditTrail audit,
            CarriedActions carried) {
        this.database = database;
        this.keyring = keyring;
        this.writer = writer;
        this.difference = new GrantDifference(writer, DIFFERENCE, "registers", List.of(BucketId.REFERENCE));
        this.organisations = organisations;
        this.erased = erased;
        this.audit = audit;
        this.carried = carried;
    }

    /** Opens what is missing, brings grants in line, carries over what goes on and erases what is over. Done again, it changes nothing. */
    public void keepUp(OrganisationId organisation, Instant now) {
        open(organisation, now);
        LocalDate today = organisations.today(organisation, now);
        carried.carry(organisation, today, now);
        over(organisation, today).forEach(register -> erase(Actor.service(organisation), register, now));
    }

    /**
     * Opens the registers that a site has not yet, of the running quarter and the next, and gives them: in the caller's
     * transaction, or in one of its own.
     */
    public void open(OrganisationId organisation, Instant now) {
        LocalDate today = organisations.today(organisation, now);
        Actor service = Actor.service(organisation);
        database.write(connection -> {
            for (Place site : sites(connection, organisation)) {
                open(connection, service, site, today, now);
                open(connection, service, site, today.plusMonths(ReceptionRegister.MONTHS), now);
            }
            settle(connection, organisation, now);
            return null;
        });
    }

    /** The register of a site in which that day is; empty where none was opened. */
    public Optional<DossierId> of(OrganisationId organisation, SiteId site, LocalDate day) {
        return database.read(connection -> Sql.first(
                connection, """
                select register_id from reception_register
                where org_id = ? and site_id = ? and from_day <= ? and until_day > ?""", row -> new DossierId(Sql.uuid(row, "register_id")), organisation, site, day, day));
    }

    private static List<Place> sites(Connection connection, OrganisationId organisation) throws SQLException {
        return Sql.all(
                connection,
                "select site_id, name from site where org_id = ? order by site_id",
                row -> new Place(new SiteId(Sql.uuid(row, "site_id")), row.getString("name")),
                organisation);
    }

    /** Another instance that opens the same at the same time waits for this one, and finds it there. */
    private void open(Connection connection, Actor service, Place site, LocalDate day, Instant now)
            throws SQLException {
        ReceptionRegister register = ReceptionRegister.of(site.id(), site.name(), day);
        RecordId id = writer.newId();
        boolean fresh = Sql.change(
                        connection,
                        """
                        insert into reception_register (org_id, register_id, site_id, from_day, until_day)
                        values (?, ?, ?, ?, ?) on conflict (org_id, site_id, from_day) do nothing""",
                        service.organisation(),
                        id,
                        site.id(),
                        register.span().from(),
                        register.span().until())
                > 0;
        if (fresh) {
            DossierId owner = new DossierId(id.value());
            keyring.make(connection, service.organisation(), List.of(id.value()));
            BucketId bucket = BucketId.service(owner);
            Draft draft = new Draft(id, RecordKind.RECEPTION_REGISTER, owner, bucket, Groups.of(register));
            AuditEntry entry = new AuditEntry(now, null, null, AuditEntry.Act.OPEN, owner, null, "register");
            writer.write(connection, service, List.of(draft), List.of(bucket), List.of(entry), now);
        }
    }

    /**
     * Brings the grants of registers in line with who works where, at once when somebody or a team changes their site.
     * Whoever writes the reference in the same transaction does so afterwards: its head is locked here.
     */
    void settle(Connection connection, OrganisationId organisation, Instant now) throws SQLException {
        LocalDate held = organisations.today(organisation, now).minusDays(HELD_DAYS);
        difference.apply(connection, organisation, now, organisation, held, organisation);
    }

    private List<DossierId> over(OrganisationId organisation, LocalDate today) {
        return database
                .read(connection -> Sql.all(
                        connection,
                        """
                        select r.register_id, r.until_day from reception_register r
                        where r.org_id = ? and r.until_day <= ? and not exists (
                            select 1 from erased_dossier e where e.org_id = r.org_id and e.dossier_id = r.register_id)
                        order by r.until_day, r.register_id""",
                        row -> Map.entry(
                                new DossierId(Sql.uuid(row, "register_id")),
                                row.getObject("until_day", LocalDate.class)),
                        organisation,
                        today))
                .stream()
                .filter(register -> ReceptionRegister.isOver(register.getValue(), today))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What it counted stays; what it said does not. */
    private void erase(Actor service, DossierId register, Instant now) {
        database.write(connection -> {
            erased.lock(connection, service.organisation(), List.of(register));
            boolean mine = Sql.change(connection, """
                            insert into erased_dossier (org_id, dossier_id, reason, decided_by, erased_at)
                            values (?, ?, 'RETENTION_OVER', null, ?) on conflict do nothing""", service.organisation(), register, now) > 0;
            if (mine) {
                erased.empty(connection, service.organisation(), register, now);
                audit.append(
                        connection,
                        service.organisation(),
                        List.of(new AuditEntry(
                                now, null, null, AuditEntry.Act.ERASE, register, null, "RETENTION_OVER")));
            }
            return null;
        });
    }
}
