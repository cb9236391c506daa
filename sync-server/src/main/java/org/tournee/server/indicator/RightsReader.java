package org.tournee.server.indicator;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.rights.RightsCatalogue;
import org.tournee.server.database.Sql;
import org.tournee.server.indicator.Happened.Kind;
import org.tournee.server.segment.Profiles;

/**
 * Reads what happened in rendez-vous des droits: sweeps, the rights that they looked at, and what became of those. A right is
 * told by its domain alone. Rules: R-IND, R-RDD.
 */
@Singleton
class RightsReader {

    private static final Set<Kind> BY_DOMAIN = EnumSet.of(Kind.RIGHT_CHECKED, Kind.RIGHT_OPENED, Kind.RIGHT_GIVEN_UP);

    /** A right counts as looked at on the day of its sweep. */
    private static final String RIGHTS = """
            with scope as (%s), swept as (
                select k.dossier_id, k.record_id, (k.started_at at time zone ?)::date as day, k.origin, k.started_at
                from checkup_fact k join scope using (dossier_id)
                where k.org_id = ?),
            period as (select ?::timestamptz as since, ?::timestamptz as until)
            select 'CHECKUP' as kind, dossier_id, day, origin as code,
                null::date as began, null::date as ended, false as first
            from swept, period where started_at >= since and started_at < until
            union all
            select 'RIGHT_CHECKED', s.dossier_id, s.day, r.right_id, null, null, false
            from swept s join right_fact r on r.dossier_id = s.dossier_id and r.checkup_id = s.record_id, period
            where r.org_id = ? and s.started_at >= since and s.started_at < until
            union all
            select case r.outcome when 'OPENED' then 'RIGHT_OPENED' else 'RIGHT_GIVEN_UP' end,
                r.dossier_id, r.ended_on, r.right_id, s.day, r.ended_on, false
            from right_fact r join scope using (dossier_id)
                left join swept s on s.dossier_id = r.dossier_id and s.record_id = r.checkup_id
            where r.org_id = ? and r.ended_on between ? and ? and r.outcome in ('OPENED', 'GIVEN_UP')
            """.formatted(Scope.DOSSIERS);

    private final Profiles profiles;

    RightsReader(Profiles profiles) {
        this.profiles = profiles;
    }

    List<Happened> read(Connection connection, Scope scope, Period period, ZoneId zone) throws SQLException {
        List<@Nullable Object> values = scope.values();
        values.addAll(List.of(zone.getId(), scope.organisation()));
        values.addAll(period.asMoments(zone));
        values.addAll(List.of(scope.organisation(), scope.organisation(), period.first(), period.last()));
        Optional<RightsCatalogue> catalogue = profiles.catalogue(scope.organisation());
        return Sql.all(connection, RIGHTS, HappenedReader::happened, values.toArray()).stream()
                .map(one -> BY_DOMAIN.contains(one.kind()) ? one.as(domain(catalogue, one.code())) : one)
                .toList();
    }

    /** A right of a catalogue that is not this one has none. */
    private static String domain(Optional<RightsCatalogue> catalogue, String right) {
        return catalogue
                .flatMap(known -> known.right(right))
                .map(known -> known.domain().name())
                .orElse("");
    }
}
