package org.tournee.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.COLLEAGUE;
import static org.tournee.dossier.DossierFixture.HEAD;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.dossier.DossierFixture;
import org.tournee.organisation.TeamHeads;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderKind;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;

/** Asked for by whoever works on the dossier, granted or declined by the head alone. Rule: R-SEG-10. */
class ExemptionTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
    private static final LocalDate ENTERED = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static Exemption exemption(String state) {
        Exemption.Asked asked = new Exemption.Asked(
                Exemption.Reason.HOSPITAL, ENTERED, LocalDate.of(2026, 6, 1), COLLEAGUE, TODAY, "Opération");
        return switch (state) {
            case "ASKED" -> new Exemption(asked);
            case "FOLLOWED" -> new Exemption(asked.by(HEAD), asked, null);
            case "DECLINED" -> new Exemption(null, asked, new Exemption.Declined(TODAY, HEAD, "Elle est rentrée"));
            default -> new Exemption(asked.by(HEAD));
        };
    }

    @ParameterizedTest(name = "R-SEG-10 exemption {0}: {1}: minimum {2}, told to the head {3}")
    @CsvSource({"1, ASKED, 4, true", "2, FOLLOWED, 0, false", "3, DECLINED, 4, false", "4, GRANTED, 0, false"})
    void onlyWhatIsGrantedExemptsAndOnlyWhatWaitsIsTold(int number, String state, int minimum, boolean told) {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(Segment.A, ENTERED, null);
        dossier.add(exemption(state));

        List<Reminder> reminders = ReminderRules.of(
                dossier.contents(), TODAY, new ReminderSetting(PROFILE, null, new TeamHeads(Map.of(REFERENT, HEAD))));

        assertThat(PaceRules.of(dossier.contents(), TODAY, PROFILE)
                        .orElseThrow()
                        .minimum())
                .isEqualTo(minimum);
        assertThat(reminders.stream()
                        .filter(reminder -> reminder.kind() == ReminderKind.EXEMPTION_ASKED)
                        .map(Reminder::whom))
                .isEqualTo(told ? List.of(HEAD) : List.of());
    }

    @ParameterizedTest(name = "R-SEG-10 exemption {0}: a phone writes {1}: {2}")
    @CsvSource({"5, asked, true", "6, grant, false", "7, declined, false"})
    void nobodyGrantsWhatTheyAskFor(int number, String group, boolean may) {
        assertThat(RecordRules.isServersOwn(RecordKind.EXEMPTION, group)).isNotEqualTo(may);
    }

    @ParameterizedTest(name = "R-SEG-10 exemption {0}: from {1} to {2} is too long: {3}")
    @CsvSource({
        "8, 2026-01-01, 2027-01-02, false",
        "9, 2026-01-01, 2027-01-03, true",
        "10, -999999999-01-01, +999999999-12-31, true"
    })
    void aYearAtMost(int number, LocalDate from, LocalDate until, boolean tooLong) {
        assertThat(Exemption.isTooLong(from, until)).isEqualTo(tooLong);
    }

    @ParameterizedTest
    @CsvSource({"ASKED, false", "FOLLOWED, true", "DECLINED, false"})
    void whatIsGrantedIsWhatWasAskedFor(String state, boolean granted) {
        Exemption.Grant grant = exemption(state).grant();

        assertThat(grant != null).isEqualTo(granted);
        if (grant != null) {
            assertThat(grant.grantedBy()).isEqualTo(HEAD);
            assertThat(grant.until()).isEqualTo(LocalDate.of(2026, 6, 1));
        }
    }
}
