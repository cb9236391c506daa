package org.tournee.server.indicator;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.rights.RightsCatalogue;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.Profiles;

/** Reads what happened from the facts: no dossier is opened. Rule: R-IND. */
@Singleton
class HappenedReader {

    /** Dossiers whose referent, today or last, works in a team of that head; all where no head is given. */
    private static final String SCOPE = """
            select d.dossier_id from dossier_fact d where d.org_id = ? and (?::uuid is null or exists (
                select 1 from referent_fact r
                join worker w on w.org_id = r.org_id and w.worker_id = r.worker_id
                join team t on t.org_id = w.org_id and t.team_id = w.team_id
                where r.org_id = d.org_id and r.dossier_id = d.dossier_id and r.role = 'REFERENT'
                  and (r.until_day is null or r.until_day > r.from_day)
                  and t.head_id = ?::uuid and not exists (
                    select 1 from referent_fact n
                    where n.org_id = r.org_id and n.dossier_id = r.dossier_id and n.role = 'REFERENT'
                      and (n.until_day is null or n.until_day > n.from_day)
                      and coalesce(n.until_day, 'infinity') > coalesce(r.until_day, 'infinity'))))
            """;

    /** A contact that another corrects is counted once, as corrected; the stub of one that was moved is none. */
    private static final String HAPPENED = """
            with scope as (%s), held as (
                select c.dossier_id, (c.started_at at time zone ?)::date as day, c.channel, c.place
                from contact_fact c join scope using (dossier_id)
                where c.org_id = ? and c.started_at >= ? and c.started_at < ? and c.happening = 'HELD' and not exists (
                    select 1 from contact_fact n
                    where n.org_id = c.org_id and n.dossier_id = c.dossier_id and n.corrects = c.record_id))
            select 'CONTACT' as kind, dossier_id, day, channel as code, null::date as answered, false as first
            from held
            union all
            select 'HOME_VISIT', dossier_id, day, '', null, false
            from held where channel = 'IN_PERSON' and place = 'HOME'
            union all
            select 'REQUEST', q.dossier_id, q.received_on, '', q.decided_on, not exists (
                select 1 from request_fact e where e.org_id = q.org_id and e.dossier_id = q.dossier_id
                  and (e.received_on, e.record_id) < (q.received_on, q.record_id))
            from request_fact q join scope using (dossier_id)
            where q.org_id = ? and q.received_on between ? and ?
            union all
            select 'MANDATE', m.dossier_id, m.start_day, m.kind, null, false
            from mandate_fact m join scope using (dossier_id)
            where m.org_id = ? and m.start_day between ? and ?
            union all
            select 'NEED', n.dossier_id, n.noted_on, coalesce(n.topic, ''), null, false
            from directory_fact n join scope using (dossier_id)
            where n.org_id = ? and n.noted_on between ? and ? and n.purpose = 'NEED'
            union all
            select 'OPENED', o.dossier_id, o.opened_on, '', null, false
            from dossier_fact o join scope using (dossier_id)
            where o.org_id = ? and o.opened_on between ? and ?
            union all
            select 'CLOSED', e.dossier_id, e.closed_on, '', null, false
            from dossier_fact e join scope using (dossier_id)
            where e.org_id = ? and e.closed_on between ? and ?
            union all
            select f.kind, f.dossier_id, f.day, f.code, null, false
            from told_fact f join scope using (dossier_id)
            where f.org_id = ? and f.day between ? and ?
            """.formatted(SCOPE);

    /** Of those above, all but contacts, which bear a time. */
    private static final int TABLES_BY_DAY = 6;

    private final Database database;
    private final Profiles profiles;

    HappenedReader(Database database, Profiles profiles) {
        this.database = database;
        this.profiles = profiles;
    }

    /**
     * What happened in that period.
     *
     * @param head whose teams are looked at; null for the whole organisation
     * @param zone in which days are counted
     */
    List<Happened> read(OrganisationId organisation, @Nullable WorkerId head, Period period, ZoneId zone) {
        UUID scope = head == null ? null : head.value();
        Optional<RightsCatalogue> catalogue = profiles.catalogue(organisation);
        return database.read(connection -> read(connection, organisation, scope, period, zone)).stream()
                .map(one -> one.kind() == Happened.Kind.RIGHT_OPENED ? one.as(domain(catalogue, one.code())) : one)
                .toList();
    }

    /** A right of a catalogue that is not this one has none. */
    private static String domain(Optional<RightsCatalogue> catalogue, String right) {
        return catalogue
                .flatMap(known -> known.right(right))
                .map(known -> known.domain().name())
                .orElse("");
    }

    /** Since when what stays sealed is counted. */
    LocalDate toldSince() {
        return database.read(connection -> Sql.first(
                        connection, "select since from told_since", row -> row.getObject("since", LocalDate.class))
                .orElseThrow());
    }

    private static List<Happened> read(
            Connection connection, OrganisationId organisation, @Nullable UUID head, Period period, ZoneId zone)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(List.of(organisation));
        values.add(head);
        values.add(head);
        values.add(zone.getId());
        values.add(organisation);
        values.add(period.first().atStartOfDay(zone).toInstant());
        values.add(period.last().plusDays(1).atStartOfDay(zone).toInstant());
        for (int dated = 0; dated < TABLES_BY_DAY; dated++) {
            values.addAll(List.of(organisation, period.first(), period.last()));
        }
        return Sql.all(connection, HAPPENED, HappenedReader::happened, values.toArray());
    }

    private static Happened happened(ResultSet row) throws SQLException {
        return new Happened(
                Happened.Kind.valueOf(row.getString("kind")),
                Sql.uuid(row, "dossier_id"),
                row.getObject("day", LocalDate.class),
                row.getString("code"),
                row.getObject("answered", LocalDate.class),
                row.getBoolean("first"));
    }
}
