package org.tournee.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tournee.dossier.DossierFixture.COLLEAGUE;
import static org.tournee.dossier.DossierFixture.DOSSIER;
import static org.tournee.dossier.DossierFixture.HEAD;
import static org.tournee.dossier.DossierFixture.REFERENT;
import static org.tournee.dossier.DossierFixture.REPLACEMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierFixture;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.question.Question;
import org.tournee.referral.Referral;
import org.tournee.request.Request;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;
import org.tournee.rights.ShippedCatalogue;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordId;
import org.tournee.workflow.SegmentChange;

/** What the law, a renewal, a colleague or a partner waits for. Rules: R-REM, R-REQ, R-RDD, R-REL, R-ASK, R-SEG-6. */
class AwaitedRemindersTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
    private static final LocalDate ENTERED = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

    /** Nothing is due on it but what a test adds: without a segment, opened lately. */
    private final DossierFixture quiet = DossierFixture.openedOn(ENTERED);

    private static List<Reminder> on(DossierFixture dossier, LocalDate today) {
        return ReminderRules.of(dossier.contents(), today, new ReminderSetting(PROFILE, null, TeamHeads.UNKNOWN));
    }

    @ParameterizedTest(name = "R-RDD {0}: {1} on {2}, looked at on {3}: due {4}")
    @CsvSource({
        "1, OPENED, 2026-01-05, 2026-03-21, ",
        "2, OPENED, 2026-01-05, 2026-03-22, 2026-04-05",
        "3, OPENED, 2026-01-05, 2026-04-19, 2026-04-05",
        "4, OPENED, 2026-01-05, 2026-04-20, ",
        "5, OPENED, 2026-01-05, 2026-06-30, 2026-07-05",
        "6, REFUSED, 2026-01-05, 2026-04-05, ",
        "7, HELD, 2026-01-05, 2026-04-05, 2026-04-05",
        "8, DECLINED, 2026-01-05, 2026-04-05, ",
        "9, PROBABLE, 2026-01-05, 2026-04-05, "
    })
    void resourcesAreDeclaredAnewAsTheCatalogueSays(int n, String how, LocalDate on, LocalDate today, LocalDate due) {
        rsa(how, on);

        assertThat(renewals(today)).isEqualTo(due == null ? List.of() : List.of(due));
    }

    /** The RSA opened on the 5th of January is due on the 5th of each third month; it is told ten days before and after. */
    @ParameterizedTest(name = "R-REM {0}: declared on {1}, due on {2}: {3}")
    @CsvSource({
        "1, 2026-03-20, 2026-04-01, 2026-04-05",
        "2, 2026-03-26, 2026-04-01, ",
        "3, 2026-04-05, 2026-04-05, ",
        "4, 2026-04-12, 2026-04-15, ",
        "5, 2026-04-05, 2026-07-01, 2026-07-05",
        "6, 2026-07-05, 2026-07-10, ",
        "7, 2026-07-05, 2026-10-05, 2026-10-05",
        "8, 2025-12-31, 2026-04-05, 2026-04-05"
    })
    void onceTheyAreDeclaredTheReminderIsGoneUntilTheNextRenewal(
            int n, LocalDate declared, LocalDate today, LocalDate due) {
        RecordId checkup = sweep(LocalDate.of(2026, 1, 5));
        quiet.add(new RightCheck(
                        new RightCheck.Subject(checkup, "rsa"),
                        new RightCheck.Finding(RightState.PROBABLE, null),
                        null,
                        null,
                        new RightCheck.Ending(FollowUpOutcome.OPENED, LocalDate.of(2026, 1, 5)))
                .declared(declared));

        assertThat(renewals(today)).isEqualTo(due == null ? List.of() : List.of(due));
    }

    private RecordId sweep(LocalDate on) {
        return quiet.add(new RightsCheckup(
                new RightsCheckup.Occasion(RightsCheckup.Trigger.OTHER_CHANGE, RightsCheckup.Origin.PERSON, "fr", 1),
                new RightsCheckup.Course(on.atTime(10, 0).atZone(PROFILE.zone()).toInstant(), 30, true)));
    }

    @Test
    void aRightThatWasLookedAtAgainIsRenewedFromThatDay() {
        rsa("OPENED", LocalDate.of(2026, 1, 5));
        rsa("HELD", LocalDate.of(2026, 3, 30));

        assertThat(renewals(LocalDate.of(2026, 4, 5))).isEmpty();
        assertThat(renewals(LocalDate.of(2026, 6, 30))).containsExactly(LocalDate.of(2026, 6, 30));

        rsa("CLOSED", LocalDate.of(2026, 6, 1));
        assertThat(renewals(LocalDate.of(2026, 6, 30))).isEmpty();
    }

    /** A check of the RSA, renewed every three months: how it ended, or what the sweep of that day found. */
    private void rsa(String how, LocalDate on) {
        RecordId checkup = sweep(on);
        boolean found =
                Stream.of(RightState.values()).anyMatch(state -> state.name().equals(how));
        quiet.add(new RightCheck(
                new RightCheck.Subject(checkup, "rsa"),
                new RightCheck.Finding(found ? RightState.valueOf(how) : RightState.PROBABLE, null),
                null,
                null,
                found ? null : new RightCheck.Ending(FollowUpOutcome.valueOf(how), on)));
    }

    private List<LocalDate> renewals(LocalDate today) {
        ReminderSetting setting = new ReminderSetting(PROFILE, ShippedCatalogue.FR.catalogue(), TeamHeads.UNKNOWN);
        return ReminderRules.of(quiet.contents(), today, setting).stream()
                .filter(reminder -> reminder.kind() == ReminderKind.DECLARATION_DUE)
                .map(Reminder::dueOn)
                .toList();
    }

    @ParameterizedTest(name = "R-REQ on {0}: told {1}, urgent {2}")
    @CsvSource({
        "2026-03-25, false, false",
        "2026-03-26, true, false",
        "2026-04-01, true, true",
        "2026-05-01, true, true"
    })
    void aLegalDeadlineIsToldAndInTheEndCannotWait(LocalDate today, boolean told, boolean urgent) {
        quiet.add(new Request(
                new Request.Demand(
                        Request.Origin.PERSON, Request.Urgency.NORMAL, Topic.FINANCE, LocalDate.of(2026, 3, 2), ""),
                new Request.Handling(LocalDate.of(2026, 3, 3), null, null, null, null, null)));
        ReminderSetting brussels = new ReminderSetting(ShippedProfile.BRUXELLES.profile(), null, TeamHeads.UNKNOWN);

        List<Reminder> reminders = ReminderRules.of(quiet.contents(), today, brussels);

        assertThat(reminders).hasSize(told ? 1 : 0).allMatch(one -> one.kind() == ReminderKind.DECISION_DUE);
        assertThat(reminders).allMatch(one -> one.urgent() == urgent);
        assertThat(on(quiet, today)).isEmpty();
    }

    @Test
    void aSignatureIsAwaitedFromTheHeadAndARequestFromTheReferent() {
        assertThat(signers(SegmentChange.Origin.REFERENT)).containsExactly(HEAD);
        assertThat(signers(SegmentChange.Origin.LIMIT)).containsExactly(HEAD);
        assertThat(signers(SegmentChange.Origin.REQUEST)).containsExactly(REFERENT);
    }

    private static List<WorkerId> signers(SegmentChange.Origin origin) {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED);
        dossier.add(new SegmentChange(
                new SegmentChange.Subject(origin, Segment.C, Segment.B, List.of(), "motif"),
                new SegmentChange.Course(
                        SegmentChange.State.PROPOSED,
                        List.of(new SegmentChange.Signature(SegmentChange.Step.PROPOSED, COLLEAGUE, MARCH_1, null))),
                null,
                null));
        ReminderSetting setting = new ReminderSetting(PROFILE, null, new TeamHeads(Map.of(REFERENT, HEAD)));
        return ReminderRules.of(dossier.contents(), MARCH_1, setting).stream()
                .map(Reminder::whom)
                .toList();
    }

    @Test
    void theAuthorIsAskedAndAReferralComesBackToWhoeverWatchesIt() {
        quiet.add(new Question(
                new Question.Subject(new RecordId(DOSSIER.value()), COLLEAGUE),
                new Question.Asked("Qui a vu le bail ?", MARCH_1),
                null));
        quiet.add(new Referral(
                new Referral.Orientation("Mission locale", "Formation", ENTERED),
                new Referral.Sharing(Referral.Ground.NOTHING_PASSED, "", null, null),
                new Referral.Watch(MARCH_1, REPLACEMENT),
                null));

        assertThat(on(quiet, MARCH_1))
                .extracting(Reminder::kind, Reminder::whom)
                .containsExactlyInAnyOrder(
                        tuple(ReminderKind.REFERRAL_TO_CONFIRM, REPLACEMENT),
                        tuple(ReminderKind.QUESTION_UNANSWERED, COLLEAGUE));
        assertThat(on(quiet, MARCH_1.minusDays(1)))
                .extracting(Reminder::kind)
                .containsExactly(ReminderKind.QUESTION_UNANSWERED);
    }

    @Test
    void theHeadOfATeamIsWhoeverOfItHasThatRole() {
        TeamId team = new TeamId(new UUID(5, 1));
        TeamHeads heads = TeamHeads.of(Map.of(
                HEAD, worker(team, Role.TEAM_HEAD),
                REFERENT, worker(team, Role.SOCIAL_WORKER),
                COLLEAGUE, worker(new TeamId(new UUID(5, 2)), Role.SOCIAL_WORKER),
                REPLACEMENT, worker(null, Role.BACK_OFFICE)));

        assertThat(heads.byWorker()).isEqualTo(Map.of(REFERENT, HEAD));
    }

    private static Worker worker(TeamId team, Role role) {
        return new Worker(new Worker.Profile("", List.of(role), 100, team, null));
    }
}
