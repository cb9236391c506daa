package org.tournee.mobile.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.Right;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;

/** How the follow-up of a right ends, over a real store. Rule: R-RDD. */
class FollowUpsViewModelTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(0);

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private Phone phone = TestPhone.over(fixture);

    @BeforeEach
    void aRightIsProbable() {
        RightsSweepViewModel sweep = new RightsSweepViewModel(phone, DOSSIER, null, Runnable::run);
        sweep.begin(RightsCheckup.Trigger.JOB_LOSS, RightsCheckup.Origin.PERSON);
        sweep.answer(phone.store().catalogue().rights().get(0), RightState.PROBABLE);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private FollowUpsViewModel model() {
        return new FollowUpsViewModel(phone, DOSSIER, new Discretion(), Runnable::run);
    }

    @Test
    void aDossierThatIsWithdrawnMeanwhileStaysAsItWasLastSeen() {
        FollowUpsViewModel model = model();
        fixture.withdraw(DOSSIER);
        model.refresh();

        assertThat(fixture.store().dossier(DOSSIER)).isEmpty();
        assertThat(model.running().get()).hasSize(1);
        assertThat(model.declarations()).isEmpty();
        assertThat(model.figures().opened()).isZero();
    }

    private FollowUpsViewModel writing(FollowUpOutcome outcome, String day) {
        FollowUpsViewModel model = model();
        model.begin(model.running().get().get(0));
        model.writing().get().orElseThrow().outcome().set(outcome);
        model.writing().get().orElseThrow().day().set(day);
        return model;
    }

    @Test
    void anOpenedRightIsKeptWithItsDateAndIsNotFollowedAnyMore() {
        FollowUpsViewModel model = writing(FollowUpOutcome.OPENED, "5/3/2026");
        model.end();

        assertThat(model.running().get()).isEmpty();
        assertThat(model.ended().get())
                .extracting(Entry::value)
                .extracting(RightCheck::ending)
                .containsExactly(new RightCheck.Ending(
                        FollowUpOutcome.OPENED, phone.today().minusDays(4)));
    }

    @Test
    void undoFollowsItAgain() {
        FollowUpsViewModel model = writing(FollowUpOutcome.REFUSED, "5/3/2026");
        model.end();

        TestPhone.tapAction(phone);

        assertThat(model.running().get()).hasSize(1);
        assertThat(model.ended().get()).isEmpty();
    }

    @Test
    void itCanBeTakenUpAgainLater() {
        FollowUpsViewModel model = writing(FollowUpOutcome.REFUSED, "5/3/2026");
        model.end();
        FollowUpsViewModel later = model();
        later.reopen(later.ended().get().get(0));

        assertThat(later.running().get()).hasSize(1);
    }

    @Test
    void withoutAnOutcomeOrOnADayToComeNothingIsWrittenAndBothAreSaid() {
        FollowUpsViewModel model = model();
        model.begin(model.running().get().get(0));
        OutcomeForm form = model.writing().get().orElseThrow();
        form.day().set("10/3/2026");
        model.end();

        assertThat(form.wrongOutcome().get()).isEqualTo("rights.wrong.outcome");
        assertThat(form.wrongDay().get()).isEqualTo("rights.wrong.endedOn");
        assertThat(model.running().get()).hasSize(1);
    }

    @Test
    void whatWasTypedIsThereAgainAfterAKill() {
        writing(FollowUpOutcome.GIVEN_UP, "1/3/20");
        fixture.reopen();
        phone = TestPhone.over(fixture);

        Optional<OutcomeForm> form = model().writing().get();

        assertThat(form).isPresent();
        assertThat(form.get().outcome().get()).isEqualTo(FollowUpOutcome.GIVEN_UP);
        assertThat(form.get().day().get()).isEqualTo("1/3/20");
    }

    @Test
    void whatWasPutOffIsResumedWhereItWasPutOff() {
        RightsSweepViewModel sweep = new RightsSweepViewModel(phone, DOSSIER, null, Runnable::run);
        sweep.answer(phone.store().catalogue().rights().get(1), RightState.NOT_LOOKED_AT);

        assertThat(model().later())
                .hasValueSatisfying(later -> assertThat(later.rights()).isEqualTo(1));
    }

    @Test
    void theFiguresStandBesideTheirReferencePoints() {
        assertThat(model().figures().opened()).isZero();
        FollowUpsViewModel model = writing(FollowUpOutcome.OPENED, "9/3/2026");
        model.end();

        assertThat(model.figures().opened()).isEqualTo(1);
        assertThat(model.figures().medianDays()).contains(0);
        assertThat(model.figures().inHealth()).isEqualTo(1);
    }

    @Test
    void aDeclarationIsTickedOffAndCanBeTakenBack() {
        Right rsa = phone.store().catalogue().right("rsa").orElseThrow();
        RightsSweepViewModel sweep = new RightsSweepViewModel(phone, DOSSIER, null, Runnable::run);
        sweep.answer(rsa, RightState.PROBABLE);
        FollowUpsViewModel model = model();
        Entry<RightCheck> asked = model.running().get().stream()
                .filter(check -> check.value().subject().rightId().equals("rsa"))
                .findFirst()
                .orElseThrow();
        model.begin(asked);
        model.writing().get().orElseThrow().outcome().set(FollowUpOutcome.OPENED);
        model.writing()
                .get()
                .orElseThrow()
                .day()
                .set(TypedDay.text(
                        phone.today().minusMonths(rsa.renewalMonths()).plusDays(5), phone.messages()));
        model.end();

        assertThat(model.declarations())
                .extracting(FollowUpsViewModel.Declaration::dueOn)
                .containsExactly(phone.today().plusDays(5));
        model.declared(model.declarations().get(0));
        assertThat(model.declarations()).isEmpty();

        TestPhone.tapAction(phone);
        assertThat(model.declarations()).hasSize(1);
    }
}
