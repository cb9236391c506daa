package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/**
 * Brings grants in line with terms that begin or end by their date alone, once a day of the organisation. Terms that a
 * command begins or ends change their grants at once: see {@link Assignments}. With each day other duties are done: see
 * {@link DayDuty}. Rules: R-REF, R-SHARE.
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

    private final Database database;
    private final Organisations organisations;
    private final GrantDifference terms;
    private final Registers registers;
    private final ReferencePlaces places;
    private final DayDuty closedTerms;

    TermSweep(
            Database database,
            Organisations organisations,
            RecordWriter writer,
            Registers registers,
            ReferencePlaces places,
            DayDuty closedTerms) {
        this.database = database;
        this.organisations = organisations;
        this.terms = new GrantDifference(writer, DIFFERENCE, "by date, buckets", List.of());
        this.registers = registers;
        this.places = places;
        this.closedTerms = closedTerms;
    }

    /**
     * Sweeps every organisation that has a new day since it was last swept; any instance may, and two at once do no harm.
     * Where something fails, the day is not over for that organisation: all of it is done again by the next sweep.
     */
    public void sweep(Instant now) {
        List<OrganisationId> all = database.read(connection -> Sql.all(
                connection,
                "select org_id from organisation order by created_at, org_id",
                row -> new OrganisationId(row.getObject(1, UUID.class))));
        for (OrganisationId organisation : all) {
            try {
                sweep(organisation, now);
            } catch (RuntimeException e) { // one organisation's trouble is not the others'
                LOG.error("Organisation {} was not swept", organisation, e);
            }
        }
    }

    private void sweep(OrganisationId organisation, Instant now) {
        LocalDate today = organisations.today(organisation, now);
        if (isSwept(organisation, today)) {
            return;
        }
        int changed = database.write(connection ->
                terms.apply(connection, organisation, now, organisation, organisation, today, today, organisation));
        if (changed > 0) {
            LOG.info("{} grants began or ended with the day", changed);
        }
        places.publish(Actor.service(organisation), now);
        registers.keepUp(organisation, now);
        closedTerms.carry(organisation, today, now);
        mark(organisation, today);
    }

    private boolean isSwept(OrganisationId organisation, LocalDate today) {
        return database.read(connection -> Sql.first(
                        connection,
                        "select 1 from term_sweep where org_id = ? and swept_on >= ?",
                        row -> true,
                        organisation,
                        today))
                .isPresent();
    }

    /** Last of all: whoever dies before it leaves the day to be done again. */
    private void mark(OrganisationId organisation, LocalDate today) {
        database.write(connection -> Sql.change(connection, """
                insert into term_sweep (org_id, swept_on) values (?, ?)
                on conflict (org_id) do update set swept_on = excluded.swept_on
                where term_sweep.swept_on < excluded.swept_on""", organisation, today));
    }
}
