package org.tournee.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.agreement.AgreementStanding.State;
import org.tournee.dossier.DossierFixture;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.PlannedFigures;
import org.tournee.profile.ShippedProfile;
import org.tournee.segment.Segment;

/** Each A, B or C dossier has a service agreement, or a reasoned exception. Rule: R-SEG-9. */
class AgreementStandingTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate ENTERED = LocalDate.of(2026, 1, 1);

    /** Agreements are written as signed/ends/exception, one after another. */
    @ParameterizedTest(name = "R-SEG-9 {0}: in {1} with \"{2}\": {3} {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, INTAKE_2, '',                                      NOT_ASKED, -",
                "2, A, 2026-01-02/-/-,                                 RUNNING,   -",
                "3, A, -/-/seule une aide ponctuelle,                  EXCEPTION, -",
                "4, B, 2026-01-02/2027-01-01/-,                        RUNNING,   2027-01-01",
                "5, B, 2026-01-02/2026-06-01/-,                        ENDING,    2026-06-01",
                "6, B, 2026-01-02/2026-05-31/-,                        MISSING,   2026-05-31",
                "7, C, 2025-01-02/2026-01-01/- 2026-01-02/2027-01-01/-, RUNNING,  2027-01-01",
                "8, C, 2026-01-02/2027-01-01/- 2025-01-02/2026-01-01/-, RUNNING,  2027-01-01",
                "9, C, -/2027-01-01/-,                                 MISSING,   2026-01-31",
                "10, A, '',                                            MISSING,   2026-01-31",
                "11, A, -/-/,                                          MISSING,   2026-01-31",
            })
    void itStandsAsItsAgreementsSay(int n, Segment segment, String agreements, State state, @Nullable LocalDate day) {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(segment, ENTERED, null);
        for (String agreement : agreements.isEmpty() ? new String[0] : agreements.split(" (?=[-\\d])")) {
            String[] said = agreement.split("/", 3);
            dossier.add(new ServiceAgreement(new ServiceAgreement.Terms(
                    "Un rendez-vous par mois", day(said[0]), day(said[1]), said[2].equals("-") ? null : said[2])));
        }

        AgreementStanding standing = AgreementStanding.of(dossier.contents(), TODAY, PROFILE);

        assertThat(standing.state()).isEqualTo(state);
        assertThat(standing.day()).isEqualTo(day);
    }

    @Test
    void aProfileWithoutSegmentsAsksForNone() {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(Segment.A, ENTERED, null);

        assertThat(AgreementStanding.of(dossier.contents(), TODAY, ShippedProfile.BRUXELLES.profile())
                        .state())
                .isEqualTo(State.NOT_ASKED);
    }

    /** From February on an agreement is due in ten days: a stay that began before has the thirty of its first day. */
    @ParameterizedTest(name = "R-SEG-0 entered on {0}: missed on {1}")
    @CsvSource({"2026-01-31, 2026-03-02", "2026-02-01, 2026-02-11"})
    void aStayKeepsTheDaysOfItsFirstDay(LocalDate entered, LocalDate day) {
        DossierFixture dossier = DossierFixture.openedOn(entered).stays(Segment.A, entered, null);
        OrganisationProfile changed =
                PlannedFigures.planned(PROFILE, FigureGroup.REMINDERS, LocalDate.of(2026, 2, 1), "AGREEMENT_WITHIN=10");

        assertThat(AgreementStanding.of(dossier.contents(), TODAY, changed).day())
                .isEqualTo(day);
    }

    private static @Nullable LocalDate day(String said) {
        return said.equals("-") ? null : LocalDate.parse(said);
    }
}
