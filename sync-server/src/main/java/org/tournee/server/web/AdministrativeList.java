package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** The open dossiers as the back office knows them: that they exist, where, and who answers. Rule: R-SHARE. */
@Singleton
class AdministrativeList {

    private final Database database;

    AdministrativeList(Database database) {
        this.database = database;
    }

    int count(OrganisationId organisation) {
        return database.read(connection -> Sql.first(
                        connection,
                        "select count(*) as n from dossier_fact where org_id = ? and status = 'OPEN'",
                        row -> row.getInt("n"),
                        organisation)
                .orElse(0));
    }

    /** One page, by commune. */
    List<Line> page(OrganisationId organisation, int offset, int size) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select d.dossier_id, coalesce(c.name, d.commune_code) as commune,
                       (select r.worker_id from referent_fact r
                        where r.org_id = d.org_id and r.dossier_id = d.dossier_id and r.role = 'REFERENT'
                          and r.until_day is null order by r.from_day desc limit 1) as referent
                from dossier_fact d left join commune c on c.org_id = d.org_id and c.code = d.commune_code
                where d.org_id = ? and d.status = 'OPEN' order by 2, 1 offset ? limit ?
                """,
                row -> {
                    UUID referent = Sql.uuidOrNull(row, "referent");
                    return new Line(
                            new DossierId(Sql.uuid(row, "dossier_id")),
                            row.getString("commune"),
                            referent == null ? null : new WorkerId(referent));
                },
                organisation,
                offset,
                size));
    }

    /** A dossier without its name. */
    record Line(DossierId dossier, String commune, @Nullable WorkerId referent) {}
}
