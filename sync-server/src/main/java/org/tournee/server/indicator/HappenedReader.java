package org.tournee.server.indicator;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** Reads what happened from the facts: no dossier is opened. Rule: R-IND. */
@Singleton
class HappenedReader {

    /** A contact that another corrects is counted once, as corrected; the stub of one that was moved is none. */
    private static final String HAPPENED = """
            with scope as (%s), held as (
                select c.dossier_id, (c.started_at at time zone ?)::date as day, c.channel, c.place
                from contact_fact c join scope using (dossier_id)
                where c.org_id = ? and c.started_at >= ? and c.started_at < ? and c.happening = 'HELD' and not exists (
                    select 1 from contact_fact n
                    where n.org_id = c.org_id and n.dossier_id = c.dossier_id and n.corrects = c.record_id))
            select 'CONTACT' as kind, dossier_id, day, channel as code,
                null::date as began, null::date as ended, false as first
            from held
            union all
            select 'HOME_VISIT', dossier_id, day, '', null, null, false
            from held where channel = 'IN_PERSON' and place = 'HOME'
            union all
            select 'REQUEST', q.dossier_id, q.received_on, '', q.received_on, q.decided_on, not exists (
                select 1 from request_fact e where e.org_id = q.org_id and e.dossier_id = q.dossier_id
                  and (e.received_on, e.record_id) < (q.received_on, q.record_id))
            from request_fact q join scope using (dossier_id)
            where q.org_id = ? and q.received_on between ? and ?
            union all
            select 'MANDATE', m.dossier_id, m.start_day, m.kind, null, null, false
            from mandate_fact m join scope using (dossier_id)
            where m.org_id = ? and m.start_day between ? and ?
            union all
            select 'NEED', n.dossier_id, n.noted_on, coalesce(n.topic, ''), null, null, false
            from directory_fact n join scope using (dossier_id)
            where n.org_id = ? and n.noted_on between ? and ? and n.purpose = 'NEED'
            union all
            select 'OPENED', o.dossier_id, o.opened_on, '', null, null, false
            from dossier_fact o join scope using (dossier_id)
            where o.org_id = ? and o.opened_on between ? and ?
            union all
            select 'CLOSED', e.dossier_id, e.closed_on, '', null, null, false
            from dossier_fact e join scope using (dossier_id)
            where e.org_id = ? and e.closed_on between ? and ?
            union all
            select f.kind, f.dossier_id, f.day, f.code, null, null, false
            from told_fact f join scope using (dossier_id)
            where f.org_id = ? and f.day between ? and ? and f.kind <> 'BILAN_CONCLUSION'
            """.formatted(Scope.DOSSIERS);

    /** Of those above, all but contacts, which bear a time. */
    private static final int TABLES_BY_DAY = 6;

    private final Database database;
    private final RightsReader rights;
    private final ReviewsReader reviews;

    HappenedReader(Database database, RightsReader rights, ReviewsReader reviews) {
        this.database = database;
        this.rights = rights;
        this.reviews = reviews;
    }

    /**
     * What happened in that period.
     *
     * @param head whose teams are looked at; null for the whole organisation
     * @param zone in which days are counted
     */
    List<Happened> read(OrganisationId organisation, @Nullable WorkerId head, Period period, ZoneId zone) {
        Scope scope = new Scope(organisation, head);
        return database.read(connection -> {
            List<Happened> all = new ArrayList<>(read(connection, scope, period, zone));
            all.addAll(rights.read(connection, scope, period, zone));
            all.addAll(reviews.read(connection, scope, period));
            return List.copyOf(all);
        });
    }

    /** Since when what stays sealed is counted. */
    LocalDate toldSince() {
        return database.read(connection -> Sql.first(
                        connection, "select since from told_since", row -> row.getObject("since", LocalDate.class))
                .orElseThrow());
    }

    private static List<Happened> read(Connection connection, Scope scope, Period period, ZoneId zone)
            throws SQLException {
        List<@Nullable Object> values = scope.values();
        values.addAll(List.of(zone.getId(), scope.organisation()));
        values.addAll(period.asMoments(zone));
        for (int dated = 0; dated < TABLES_BY_DAY; dated++) {
            values.addAll(List.of(scope.organisation(), period.first(), period.last()));
        }
        return Sql.all(connection, HAPPENED, HappenedReader::happened, values.toArray());
    }

    static Happened happened(ResultSet row) throws SQLException {
        return new Happened(
                Happened.Kind.valueOf(row.getString("kind")),
                Sql.uuid(row, "dossier_id"),
                row.getObject("day", LocalDate.class),
                row.getString("code"),
                course(row.getObject("began", LocalDate.class), row.getObject("ended", LocalDate.class)),
                row.getBoolean("first"));
    }

    private static Happened.@Nullable Course course(@Nullable LocalDate began, @Nullable LocalDate ended) {
        return began == null || ended == null ? null : new Happened.Course(began, ended);
    }
}
