package org.tournee.mobile.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.referral.Referral;
import org.tournee.sync.Audience;

/** A referral is followed until somebody is known to have taken over, over a real store. Rules: R-REL, R-SHARE. */
class ReferralsViewModelTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(0);

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private final Discretion discretion = new Discretion();
    private Phone phone = TestPhone.over(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    private ReferralsViewModel model() {
        return new ReferralsViewModel(new DossierDesk(phone, DOSSIER, discretion, Runnable::run));
    }

    private ReferralsViewModel writing() {
        ReferralsViewModel model = model();
        model.begin();
        ReferralForm form = model.open().orElseThrow();
        form.partner().property().set("Mission locale, Mme Roy");
        form.purpose().property().set("Trouver une formation");
        form.until().property().set("9/9/2026");
        return model;
    }

    @Test
    void whoeverMadeItStaysAnswerableUntilSomebodyTookOver() {
        ReferralsViewModel model = writing();
        model.keep();

        Entry<Referral> kept = model.running().get(0);
        assertThat(model.answerable(kept.value())).isEqualTo(phone.store().worker());
        assertThat(kept.value().watch().checkOn()).isEqualTo(phone.today().plusDays(15));
        assertThat(model.isDue(kept.value())).isFalse();

        model.beginEnd(kept);
        model.openEnd().orElseThrow().who().property().set("M. Roy");
        model.openEnd().orElseThrow().how().property().set("Appelé ce matin");
        model.end();

        assertThat(model.running()).isEmpty();
        assertThat(model.ended().get(0).value().outcome())
                .isEqualTo(new Referral.Outcome(Referral.State.TAKEN_OVER, "M. Roy", "Appelé ce matin", phone.today()));
    }

    @Test
    void nobodyTookOverWithoutANameAndAWayToKnow() {
        ReferralsViewModel model = writing();
        model.keep();
        model.beginEnd(model.running().get(0));
        model.end();

        TakeoverForm form = model.openEnd().orElseThrow();
        assertThat(form.who().wrong().get()).isEqualTo("referral.wrong.who");
        assertThat(form.how().wrong().get()).isEqualTo("referral.wrong.how");
        assertThat(model.running()).hasSize(1);
    }

    @Test
    void whatIsPassedOnAnAgreementHasItsPurposeAndItsEnd() {
        ReferralsViewModel model = writing();
        ReferralForm form = model.open().orElseThrow();
        form.purpose().property().set(" ");
        form.until().property().set("");
        model.keep();

        assertThat(form.purpose().wrong().get()).isEqualTo("referral.wrong.purpose");
        assertThat(form.until().wrong().get()).isEqualTo("referral.wrong.until");
        assertThat(model.running()).isEmpty();

        form.ground().set(Referral.Ground.NOTHING_PASSED);
        model.keep();
        assertThat(model.running().get(0).value().sharing())
                .isEqualTo(new Referral.Sharing(Referral.Ground.NOTHING_PASSED, "", null, null));
    }

    @Test
    void whoSaysByMistakeThatItEndedTakesItBack() {
        ReferralsViewModel model = writing();
        model.keep();
        model.beginEnd(model.running().get(0));
        model.openEnd().orElseThrow().state().set(Referral.State.GIVEN_UP);
        model.end();
        assertThat(model.running()).isEmpty();

        TestPhone.tapAction(phone);
        assertThat(model.running()).hasSize(1);
    }

    @Test
    void aRestrictedOneIsNotSeenOverTheShoulder() {
        ReferralsViewModel model = writing();
        model.open().orElseThrow().restricted().set(true);
        model.keep();
        assertThat(model.running()).extracting(Entry::audience).containsExactly(Audience.RESTRICTED);

        discretion.onProperty().set(true);
        assertThat(model.running()).isEmpty();
    }

    @Test
    void whatWasTypedIsThereAgainAfterAKill() {
        writing().open().orElseThrow().need().property().set("Un emploi");
        fixture.reopen();
        phone = TestPhone.over(fixture);

        assertThat(model().open().orElseThrow().need().property().get()).isEqualTo("Un emploi");
    }

    @Test
    void whoTypesBackToWhatWasKeptLosesNothing() {
        writing().open().orElseThrow().need().property().set("Un emploi");
        ReferralForm resumed = model().open().orElseThrow();
        resumed.need().property().set("Un emploi stable");
        resumed.need().property().set("Un emploi");

        assertThat(model().open().orElseThrow().need().property().get()).isEqualTo("Un emploi");
    }
}
