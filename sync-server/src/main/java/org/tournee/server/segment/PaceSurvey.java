package org.tournee.server.segment;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.PaceRules;
import org.tournee.server.database.Database;

/** The pace of all open dossiers of some referents, in one pass over the facts. Rule: R-SEG-4. */
@Singleton
public class PaceSurvey {

    private final Database database;
    private final Profiles profiles;
    private final Clock clock;

    PaceSurvey(Database database, Profiles profiles, Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** The day of the organisation. */
    public LocalDate today(OrganisationId organisation) {
        return LocalDate.ofInstant(clock.instant(), profiles.of(organisation).zone());
    }

    /** The open dossiers for which these workers answer today. */
    public List<PacedDossier> ofReferents(OrganisationId organisation, Collection<WorkerId> referents) {
        return survey(organisation, (tables, today) -> tables.ofReferents(referents, today));
    }

    /** Those of the dossiers that are open and have a referent. */
    public List<PacedDossier> ofDossiers(OrganisationId organisation, Collection<DossierId> dossiers) {
        return survey(organisation, (tables, today) -> tables.ofDossiers(dossiers, today));
    }

    private List<PacedDossier> survey(OrganisationId organisation, Selection selection) {
        OrganisationProfile profile = profiles.of(organisation);
        LocalDate today = LocalDate.ofInstant(clock.instant(), profile.zone());
        return database.read(connection -> {
            List<PacedDossier> paced = new ArrayList<>();
            for (DossierFacts facts : selection.of(new FactTables(connection, organisation), today)) {
                paced(facts, today, profile).ifPresent(paced::add);
            }
            return paced;
        });
    }

    private interface Selection {
        Collection<DossierFacts> of(FactTables tables, LocalDate today) throws SQLException;
    }

    private static Optional<PacedDossier> paced(DossierFacts facts, LocalDate today, OrganisationProfile profile) {
        DossierContents contents = facts.contents();
        return contents.answerableOn(today, ReferentRole.REFERENT)
                .map(referent -> new PacedDossier(
                        facts.id(),
                        referent,
                        facts.openedOn(),
                        contents.stayOn(today)
                                .map(stay -> stay.value().span().segment())
                                .orElse(null),
                        PaceRules.leading(contents, today, profile).orElse(null)));
    }
}
