package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.server.database.Database;
import org.tournee.server.store.DossierStandings.DossierStanding;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.RecordId;

/** How a dossier is called before somebody: by its household, or by its number. Its caller audits the reading. */
@Singleton
public class HouseholdName {

    private final Database database;
    private final RecordTable records;

    HouseholdName(Database database, RecordTable records) {
        this.database = database;
        this.records = records;
    }

    /** The name, as far as that reader may know it. */
    public String of(OrganisationId organisation, DossierId dossier, DossierStanding reader) {
        if (!reader.may(Act.VIEW, Subject.dossier(), null) && !reader.roles().contains(Role.BACK_OFFICE)) {
            return "Dossier " + Reference.of(dossier);
        }
        return database.read(connection ->
                records.find(connection, organisation, List.of(new RecordId(dossier.value()))).stream()
                        .findFirst()
                        .map(row -> row.groups().as(Dossier.class).household().name())
                        .orElseGet(() -> "Dossier " + Reference.of(dossier)));
    }
}
