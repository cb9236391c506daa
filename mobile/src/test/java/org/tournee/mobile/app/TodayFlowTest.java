package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.round.RoundViewModel;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.organisation.WorkerId;
import org.tournee.question.Question;
import org.tournee.reception.LiaisonSheet;
import org.tournee.request.Request;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.RecordKind;

/** What the phone opens with, and what is one tap away from there. Rules: R-ASK, R-OUT. */
class TodayFlowTest {

    private static void ask(OpenDossierPhone phone, String text, @Nullable WorkerId to, WorkerId by) {
        FeedRow row = HouseholdRows.row(
                BucketId.service(phone.dossier(4)),
                1_000,
                HouseholdRows.record(4, 71),
                RecordKind.QUESTION,
                new Question(
                        new Question.Subject(HouseholdRows.record(4, 30), to),
                        new Question.Asked(text, HouseholdRows.TODAY),
                        null),
                HouseholdRows.TODAY);
        phone.fixture.receive(List.of(new FeedRow(
                row.bucket(),
                row.position(),
                row.id(),
                row.kind(),
                row.rev(),
                by,
                by,
                row.changedAt(),
                row.occurredAt(),
                row.deleted(),
                row.groups())));
        phone.open(new Destination.Reminders());
        phone.open(new Destination.Today());
    }

    /** By the figure of the profile, as the service tells it; gone with the next sync. Rules: R-REM, R-SYN. */
    @Test
    void aPhoneThatWasNotSyncedForLongSaysSoItselfUntilItIs() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            Instant now = phone.phone.clock().instant();
            int longest =
                    phone.phone.store().profile().reminders().silentPhone().value();
            phone.fixture.store().keepAgreedAt(now.minus(Duration.ofDays(longest - 1)));
            again(phone);
            assertThat(phone.texts(".page-scroll")).doesNotContain("Rien échangé depuis");

            phone.fixture.store().keepAgreedAt(now.minus(Duration.ofDays(longest)));
            again(phone);
            assertThat(phone.texts(".page-scroll")).contains("Rien échangé depuis");
            phone.longPicture("today-silent", 1200);
            phone.open(new Destination.Reminders());
            assertThat(phone.texts(".page-scroll")).contains("Rien échangé depuis");
            phone.tap(phone.phone
                    .messages()
                    .get("silence.since", DateTexts.of(phone.phone).moment(now.minus(Duration.ofDays(longest)))));
            assertThat(phone.here()).contains(new Destination.SyncPage());

            phone.fixture.store().keepAgreedAt(now);
            again(phone);
            assertThat(phone.texts(".page-scroll")).doesNotContain("Rien échangé depuis");
        }
    }

    private static void again(OpenDossierPhone phone) {
        phone.open(new Destination.Reminders());
        phone.open(new Destination.Today());
    }

    /** Rules: R-REL, R-REM. */
    @Test
    void aLiaisonSheetThatNobodyTookOverIsTodaysBusinessOfWhoeverPassedItOnUntilSomebodyDoes() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            LiaisonSheet sheet = passedOn();
            phone.fixture.receive(ReceptionRows.reception());
            phone.fixture.receive(List.of(liaison(10, 71, sheet)));
            again(phone);
            assertThat(phone.texts(".page-scroll"))
                    .contains("Fiche de liaison sans relais depuis", "Karim Lahlou")
                    .doesNotContain("Roux");
            phone.longPicture("today-liaison", 1200);

            phone.fixture.receive(List.of(HouseholdRows.changedByKarim(
                    liaison(11, 71, sheet.takenOver(HouseholdRows.KARIM, HouseholdRows.TODAY)), 2)));
            again(phone);
            assertThat(phone.texts(".page-scroll")).doesNotContain("Fiche de liaison sans relais depuis");
        }
    }

    @Test
    void ofManySheetsAFewAreToldAndTheWayToAllSoThatTheDayIsSeenBelow() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.fixture.receive(ReceptionRows.reception());
            phone.fixture.receive(
                    List.of(liaison(10, 71, passedOn()), liaison(11, 72, passedOn()), liaison(12, 73, passedOn())));
            again(phone);

            assertThat(phone.texts(".page-scroll").split("Fiche de liaison sans relais", -1))
                    .hasSize(3);
            phone.tap("Toutes les fiches sans relais (3)");
            assertThat(phone.texts(".page-scroll").split("Fiche de liaison sans relais", -1))
                    .hasSize(4);
        }
    }

    private static LiaisonSheet passedOn() {
        return new LiaisonSheet(
                new LiaisonSheet.Message(
                        HouseholdRows.record(901, 70),
                        "Mme Roux",
                        "",
                        "Rappeler",
                        Request.Urgency.NORMAL,
                        HouseholdRows.TODAY.minusDays(3)),
                LiaisonSheet.Address.to(HouseholdRows.KARIM),
                null);
    }

    private static FeedRow liaison(long position, int number, LiaisonSheet sheet) {
        return HouseholdRows.row(
                BucketId.service(ReceptionRows.REGISTER),
                position,
                HouseholdRows.record(901, number),
                RecordKind.LIAISON,
                sheet,
                HouseholdRows.TODAY.minusDays(3));
    }

    @Test
    void whatAColleagueAsksIsOnTheFirstPageAndOneTapFromItsAnswer() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            ask(phone, "Qui a appelé ?", HouseholdRows.CLAIRE, HouseholdRows.KARIM);
            phone.tap("Qui a appelé ?");

            assertThat(phone.here()).contains(new Destination.Questions(phone.dossier(4), null));
        }
    }

    @Test
    void whatOneAsksOneselfOrAnotherIsAskedIsNotThere() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            ask(phone, "Qui a appelé ?", HouseholdRows.KARIM, HouseholdRows.CLAIRE);
            assertThat(phone.shows("Qui a appelé ?")).isFalse();
        }
    }

    /** Rules: R-ASK, R-REF. */
    @Test
    void aQuestionToNobodyInParticularIsThereForWhoeverStandsInAndNotForTheReferentMeanwhile() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            answers(phone, 80, HouseholdRows.KARIM, ReferentRole.REPLACEMENT);
            ask(phone, "Qui a appelé ?", null, HouseholdRows.NADINE);
            assertThat(phone.shows("Qui a appelé ?")).isFalse();

            answers(phone, 4, HouseholdRows.KARIM, ReferentRole.REFERENT);
            answers(phone, 80, HouseholdRows.CLAIRE, ReferentRole.REPLACEMENT);
            phone.open(new Destination.Reminders());
            phone.open(new Destination.Today());
            assertThat(phone.shows("Qui a appelé ?")).isTrue();
        }
    }

    private static void answers(OpenDossierPhone phone, int what, WorkerId worker, ReferentRole role) {
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.service(phone.dossier(4)),
                2_000 + what,
                HouseholdRows.record(4, what),
                RecordKind.REFERENT_TERM,
                new ReferentTerm(new ReferentTerm.Term(worker, role, HouseholdRows.TODAY.minusMonths(14), null)),
                HouseholdRows.TODAY)));
    }

    @ParameterizedTest
    @CsvSource({"FRENCH,100,LIGHT", "FRENCH,100,DARK", "FRENCH,200,LIGHT", "GERMAN,200,LIGHT", "DUTCH,200,LIGHT"})
    void aRoundStandsInItsOrderAndEveryTextFits(Language language, int percent, Appearance.Mode mode) {
        try (OpenDossierPhone phone = new OpenDossierPhone(new Appearance(mode, percent), language)) {
            List<String> order = new ArrayList<>();
            for (int number = 1; number <= 3; number++) {
                RoundViewModel model = new RoundViewModel(phone.phone, Runnable::run);
                RoundViewModel.Proposal next = model.round().get().proposals().get(0);
                order.add(number + ". "
                        + next.contents().dossier().value().household().name());
                model.add(next);
            }
            phone.open(new Destination.Reminders());
            phone.open(new Destination.Today());

            assertThat(order).allMatch(phone::shows);
            phone.longPicture("today-" + language.code() + "-" + percent + "-" + mode, 1700);
            assertThat(phone.camera.cutTexts()).isEmpty();
            assertThat(phone.camera.wantingTargets()).isEmpty();
        }
    }
}
