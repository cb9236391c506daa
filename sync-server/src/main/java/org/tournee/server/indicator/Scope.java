package org.tournee.server.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;

/**
 * Whose dossiers are counted. Rule: R-IND.
 *
 * @param head whose teams are looked at; null for the whole organisation
 */
record Scope(OrganisationId organisation, @Nullable WorkerId head) {

    /** Dossiers whose referent, today or last, works in a team of that head; all where no head is given. */
    static final String DOSSIERS = """
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

    /** What that statement asks for, in its order; to be added to. */
    List<@Nullable Object> values() {
        UUID id = head == null ? null : head.value();
        List<@Nullable Object> values = new ArrayList<>(List.of(organisation));
        values.add(id);
        values.add(id);
        return values;
    }
}
