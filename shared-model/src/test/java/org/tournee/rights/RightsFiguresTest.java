package org.tournee.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierFixture;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.sync.RecordId;

/** What became of the rights that were asked for, beside the reference points. Rule: R-RDD. */
class RightsFiguresTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
    private static final LocalDate SWEEP = LocalDate.of(2026, 3, 1);

    private final DossierFixture dossier = DossierFixture.openedOn(SWEEP.minusYears(1));
    private final RecordId checkup = dossier.add(new RightsCheckup(
            new RightsCheckup.Occasion(RightsCheckup.Trigger.MOVE, RightsCheckup.Origin.PERSON, "fr", 1),
            new RightsCheckup.Course(SWEEP.atTime(10, 0).atZone(PROFILE.zone()).toInstant(), 30, true)));

    private void ended(String right, FollowUpOutcome outcome, LocalDate on) {
        dossier.add(new RightCheck(
                new RightCheck.Subject(checkup, right),
                new RightCheck.Finding(RightState.PROBABLE, null),
                null,
                null,
                new RightCheck.Ending(outcome, on)));
    }

    private RightsFigures figures() {
        DossierContents contents = dossier.contents();
        return RightsFigures.of(contents, contents.rightChecks(), ShippedCatalogue.FR.catalogue(), PROFILE.zone());
    }

    @Test
    void nothingIsSaidWhereNothingWasOpened() {
        ended("css", FollowUpOutcome.REFUSED, SWEEP.plusDays(9));

        assertThat(figures()).isEqualTo(new RightsFigures(0, Optional.empty(), 0));
    }

    @Test
    void theMiddleOneOfTheDaysAndThoseInHealth() {
        ended("css", FollowUpOutcome.OPENED, SWEEP.plusDays(12));
        ended("rsa", FollowUpOutcome.OPENED, SWEEP.plusDays(40));
        ended("css", FollowUpOutcome.OPENED, SWEEP.plusDays(15));

        assertThat(figures()).isEqualTo(new RightsFigures(3, Optional.of(15), 2));
    }

    @Test
    void ofTwoMiddleOnesTheLowerAndNoneForWhatWasOpenBeforeTheSweep() {
        ended("css", FollowUpOutcome.OPENED, SWEEP.plusDays(12));
        ended("rsa", FollowUpOutcome.OPENED, SWEEP.plusDays(40));
        ended("aah", FollowUpOutcome.OPENED, SWEEP.minusDays(3));

        assertThat(figures()).isEqualTo(new RightsFigures(3, Optional.of(12), 1));
    }
}
