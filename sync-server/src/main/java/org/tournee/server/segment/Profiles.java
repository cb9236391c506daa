package org.tournee.server.segment;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import org.tournee.organisation.OrganisationId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.problem.Problem;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/** The organisation's profile, as every phone holds it: in clear, in the reference bucket. Rule: R-SEG-0. */
@Singleton
public class Profiles {

    private final Database database;

    Profiles(Database database) {
        this.database = database;
    }

    /**
     * The profile in force.
     *
     * @throws org.tournee.server.problem.ProblemException where the organisation has none yet
     */
    public OrganisationProfile of(OrganisationId organisation) {
        return database.read(connection -> Sql.first(
                        connection,
                        """
                        select sealed from record where org_id = ? and bucket_id = 'ref' and kind = ? and not deleted
                        order by position desc limit 1
                        """,
                        row -> Wire.read(OrganisationProfile.class, row.getBytes("sealed")),
                        organisation,
                        RecordKind.PROFILE.code()))
                .orElseThrow(() -> Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "no-profile",
                                "L’organisation n’a pas encore de profil.")
                        .asException());
    }
}
