package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;

/**
 * Brings grants in line with terms that begin or end by their date alone, once a day of the organisation. Terms that a
 * command begins or ends change their grants at once: see {@link Assignments}. Rules: R-REF, R-SHARE.
 */
@Singleton
public class TermSweep {

    private static final Logger LOG = LoggerFactory.getLogger(TermSweep.class);

    /**
     * What the terms of today give: the service's bucket of the dossier, one's own restricted one, and for referents and
     * replacements those of the others. Compared with what is granted: 'GIVE' or 'END'.
     */
    private static final String DIFFERENCE = """
            with dossier_bucket as (
                select bucket_id, substr(bucket_id, 3, 36)::uuid as dossier_id, substr(bucket_id, 42) as author
                from bucket where org_id = ? and bucket_id like 'd/%'
            ), wanted as (
                select distinct r.worker_id, b.bucket_id
                from referent_fact r join dossier_bucket b on b.dossier_id = r.dossier_id
                where r.org_id = ? and r.from_day <= ? and (r.until_day is null or r.until_day > ?)
                  and (b.author = '' or r.role <> 'ADMIN_REFERENT' or b.author = r.worker_id::text)
            ), granted as (
                select worker_id, bucket_id from bucket_grant
                where org_id = ? and bucket_id like 'd/%' and ended_at is null and not exists (
                    select 1 from reception_register r
                    where r.org_id = bucket_grant.org_id and bucket_grant.bucket_id = 'd/' || r.register_id || '/s')
            )
            select 'GIVE', worker_id, bucket_id from (select * from wanted except select * from granted) as missing
            union all
            select 'END', worker_id, bucket_id from (select * from granted except select * from wanted) as ended""";

    private record Change(boolean gives, WorkerId worker, BucketId bucket) {}

    private final Database database;
    private final Organisations organisations;
    private final RecordWriter writer;
    private final Registers registers;
    private final ReferencePlaces places;

    TermSweep(
            Database database,
            Organisations organisations,
            RecordWriter writer,
            Registers registers,
            ReferencePlaces places) {
        this.database = database;
        this.organisations = organisations;
        this.writer = writer;
        this.registers = registers;
        this.places = places;
    }

    /** Sweeps every organisation that has a new day since it was last swept; any instance may. */
    public void sweep(Instant now) {
        List<OrganisationId> all = database.read(connection -> Sql.all(
                connection,
                "select org_id from organisation",
                row -> new OrganisationId(row.getObject(1, UUID.class))));
        all.forEach(organisation -> sweep(organisation, now));
    }

    private void sweep(OrganisationId organisation, Instant now) {
        LocalDate today = organisations.today(organisation, now);
        AtomicBoolean newDay = new AtomicBoolean();
        int changed = database.write(connection -> {
            boolean mine = Sql.change(connection, """
                    insert into term_sweep (org_id, swept_on) values (?, ?)
                    on conflict (org_id) do update set swept_on = excluded.swept_on
                    where term_sweep.swept_on < excluded.swept_on""", organisation, today) > 0;
            newDay.set(mine);
            return mine ? apply(connection, organisation, today, now) : 0;
        });
        if (newDay.get()) {
            places.publish(Actor.service(organisation), now);
            registers.keepUp(organisation, now);
        }
        if (changed > 0) {
            LOG.info("{} grants began or ended with the day", changed);
        }
    }

    private int apply(Connection connection, OrganisationId organisation, LocalDate today, Instant now)
            throws SQLException {
        Set<BucketId> touched = new HashSet<>();
        difference(connection, organisation, today).forEach(change -> touched.add(change.bucket()));
        if (touched.isEmpty()) {
            return 0;
        }
        // Their heads are locked first; what a command changed meanwhile is seen by asking again.
        writer.write(connection, Actor.service(organisation), List.of(), touched, List.of(audit(touched, now)), now);
        List<Change> changes = difference(connection, organisation, today).stream()
                .filter(change -> touched.contains(change.bucket()))
                .toList();
        Grants grants = new Grants(connection, organisation);
        List<Grants.Grant> given = new ArrayList<>();
        Map<WorkerId, List<BucketId>> ended = new HashMap<>();
        for (Change change : changes) {
            if (change.gives()) {
                given.add(new Grants.Grant(change.worker(), change.bucket()));
            } else {
                ended.computeIfAbsent(change.worker(), worker -> new ArrayList<>())
                        .add(change.bucket());
            }
        }
        grants.give(given, now);
        for (Map.Entry<WorkerId, List<BucketId>> end : ended.entrySet()) {
            grants.end(end.getKey(), end.getValue(), now);
        }
        return changes.size();
    }

    private static List<Change> difference(Connection connection, OrganisationId organisation, LocalDate today)
            throws SQLException {
        return Sql.all(
                connection,
                DIFFERENCE,
                row -> new Change(
                        row.getString(1).equals("GIVE"),
                        new WorkerId(row.getObject(2, UUID.class)),
                        new BucketId(row.getString(3))),
                organisation,
                organisation,
                today,
                today,
                organisation);
    }

    private static AuditEntry audit(Set<BucketId> touched, Instant now) {
        return new AuditEntry(now, null, null, AuditEntry.Act.ASSIGN, null, null, "by date, buckets " + touched.size());
    }
}
