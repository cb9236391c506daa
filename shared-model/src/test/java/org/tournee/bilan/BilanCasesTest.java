package org.tournee.bilan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.dossier.Brief;
import org.tournee.dossier.DossierFixture;
import org.tournee.organisation.TeamHeads;
import org.tournee.person.PersonId;
import org.tournee.profile.ShippedProfile;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderKind;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.segment.Review;
import org.tournee.segment.ReviewDuty;
import org.tournee.segment.ReviewRules;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;
import org.tournee.sync.Violation;

/** The bilan social and the bilan socioprofessionnel, case by case. Rules: R-BIL, R-BSP. Source: 003 th. 4, 5, 7. */
class BilanCasesTest {

    private static final LocalDate OPENED = LocalDate.of(2026, 1, 1);
    private static final ReminderSetting SETTING =
            new ReminderSetting(ShippedProfile.BRUXELLES.profile(), null, new TeamHeads(Map.of()));

    @ParameterizedTest(name = "R-BIL item {0}: from {1} to {2} holds on {3}: {4}")
    @CsvSource({
        "1, 2026-03-01, , 2026-02-28, false",
        "2, 2026-03-01, , 2026-03-01, true",
        "3, 2026-03-01, , 2030-01-01, true",
        "4, 2026-03-01, 2026-04-01, 2026-03-31, true",
        "5, 2026-03-01, 2026-04-01, 2026-04-01, false",
        "6, 2026-03-01, 2026-03-01, 2026-03-01, false"
    })
    void anItemHoldsFromItsOpeningToTheDayBeforeItsEnd(
            int number, LocalDate opened, LocalDate closed, LocalDate day, boolean holds) {
        assertThat(new BilanItem.Validity(opened, closed).holdsOn(day)).isEqualTo(holds);
    }

    @ParameterizedTest(
            name = "R-BIL goal {0}: {1}, agreed {2}, revisited {3}, on 10 March: agreed in brief {4}, told {5}")
    @CsvSource({
        "1, OPEN, 2026-02-01, 2026-06-01, true, false",
        "2, OPEN, , 2026-06-01, false, false",
        "3, OPEN, 2026-02-01, 2026-03-17, true, true",
        "4, OPEN, 2026-02-01, 2026-03-18, true, false",
        "5, OPEN, 2026-02-01, 2026-01-01, true, true",
        "6, REACHED, 2026-02-01, 2026-01-01, false, false",
        "7, GIVEN_UP, 2026-02-01, 2026-01-01, false, false",
        "8, OPEN, 2026-02-01, , true, false"
    })
    void aGoalIsSharedOnceThePersonAgreesAndLookedAtAgain(
            int number, Goal.State state, LocalDate agreed, LocalDate revisit, boolean shared, boolean told) {
        DossierFixture dossier = DossierFixture.openedOn(OPENED);
        dossier.add(new Goal(
                new Goal.Aim(Dimension.HOUSING, "Un logement"),
                new Goal.Agreement(agreed, revisit),
                new Goal.Progress(state)));

        assertThat(brief(dossier).goals()).hasSize(shared ? 1 : 0);
        assertThat(kinds(dossier).contains(ReminderKind.GOAL_TO_REVISIT)).isEqualTo(told);
    }

    @ParameterizedTest(name = "R-BIL action {0}: {1} for {2}, on 10 March: in the plan {3}, told {4}")
    @CsvSource({
        "1, TO_DO, 2026-03-17, true, true",
        "2, TO_DO, 2026-03-18, true, false",
        "3, TO_DO, 2026-01-01, true, true",
        "4, TO_DO, , true, false",
        "5, DONE, 2026-01-01, false, false",
        "6, GIVEN_UP, 2026-01-01, false, false"
    })
    void anActionIsDueUntilItIsDoneOrGivenUp(
            int number, ActionItem.State state, LocalDate due, boolean planned, boolean told) {
        DossierFixture dossier = DossierFixture.openedOn(OPENED);
        dossier.add(new ActionItem(
                new ActionItem.Task("Appeler", ActionItem.By.PERSON, ActionItem.Horizon.LONG, due),
                new ActionItem.Progress(state, null)));

        assertThat(brief(dossier).actions()).hasSize(planned ? 1 : 0);
        assertThat(kinds(dossier).contains(ReminderKind.ACTION_DUE)).isEqualTo(told);
    }

    /** The year of the revision begins anew with each conclusion, whatever it concludes to. */
    @ParameterizedTest(name = "R-BIL conclusion {0}: concluded {1} to {2}: last {3}, revised by {4}")
    @CsvSource({
        "1, '', , , 2027-01-01",
        "2, 2026-02-01, SOCIAL_FOLLOW_UP_HEALTH, SOCIAL_FOLLOW_UP_HEALTH, 2027-02-01",
        "3, 2026-02-01 2026-03-01, PROFESSIONAL_INTEGRATION, PROFESSIONAL_INTEGRATION, 2027-03-01",
        "4, 2026-03-01 2026-02-01, SOCIAL_FOLLOW_UP_EQUITY, SOCIAL_FOLLOW_UP_EQUITY, 2027-03-01"
    })
    void theLastConclusionStands(
            int number,
            String days,
            BilanConclusion.Orientation orientation,
            BilanConclusion.Orientation last,
            LocalDate revised) {
        DossierFixture dossier = DossierFixture.openedOn(OPENED);
        Stream.of(days.split(" ", -1))
                .filter(day -> !day.isEmpty())
                .forEach(day -> dossier.add(new BilanConclusion(
                        new BilanConclusion.Conclusion(orientation, LocalDate.parse(day), "Parce que"))));

        assertThat(brief(dossier)
                        .conclusion()
                        .map(one -> one.conclusion().orientation())
                        .orElse(null))
                .isEqualTo(last);
        assertThat(ReviewRules.of(dossier.contents(), OPENED, SETTING.profile()).stream()
                        .filter(review -> review.duty() == ReviewDuty.ANNUAL_REVISION)
                        .map(Review::dueOn))
                .containsExactly(revised);
    }

    /** Light: a phase is enough; each other part may be missing, none may be beyond measure. */
    @ParameterizedTest(name = "R-BSP {0}: {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | | ",
                "2 | \"experiences\":{\"text\":\"Cuisine\"} | ",
                "3 | \"experiences\":{\"text\":\"\"} | ",
                "4 | \"wishes\":{\"text\":\"LONG\"} | TOO_LONG",
                "5 | \"obstacles\":{\"kinds\":[\"CHILD_CARE\",\"DEBT\"],\"text\":\"\"} | ",
                "6 | \"obstacles\":{\"kinds\":[],\"text\":\"LONG\"} | TOO_LONG",
                "7 | \"next\":{\"what\":\"Écrire un CV\"} | ",
                "8 | \"next\":{\"what\":\" \"} | BLANK",
                "9 | \"next\":{\"what\":\"Écrire un CV\",\"due_on\":\"+20260-04-01\"} | OUT_OF_RANGE",
                "10 | \"obstacles\":{\"kinds\":[\"UNHEARD_OF\"],\"text\":\"\"} | UNREADABLE"
            })
    void aPhaseIsEnough(int number, String part, Violation.Code wrong) {
        String groups = "{\"subject\":{\"person\":\"" + new PersonId(REFERENT.value())
                + "\"},\"stage\":{\"phase\":\"JOB_SEARCH\",\"since\":\"2026-01-01\"}"
                + (part == null ? "" : "," + part.replace("LONG", "x".repeat(2_001))) + "}";

        assertThat(RecordRules.check(RecordKind.PROFESSIONAL_BILAN, Groups.parse(groups)))
                .extracting(Violation::code)
                .isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @Test
    void thePhasesAreTheFiveOfTheSourceInTheirOrder() {
        assertThat(ProfessionalBilan.Phase.values())
                .extracting(Enum::name)
                .containsExactly("DETERMINATION", "PRE_TRAINING", "TRAINING", "JOB_SEARCH", "JOB");
    }

    private static Brief brief(DossierFixture dossier) {
        return Brief.of(dossier.contents(), LocalDate.of(2026, 3, 10), ZoneId.of("Europe/Brussels"), entry -> true);
    }

    private static List<ReminderKind> kinds(DossierFixture dossier) {
        return ReminderRules.of(dossier.contents(), LocalDate.of(2026, 3, 10), SETTING).stream()
                .map(Reminder::kind)
                .toList();
    }
}
