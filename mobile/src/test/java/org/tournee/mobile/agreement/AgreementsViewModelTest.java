package org.tournee.mobile.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.agreement.AgreementStanding;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.draft.TypedText;
import org.tournee.mobile.reminder.MyReminders;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.person.PersonId;
import org.tournee.reminder.ReminderKind;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;

/** Agreements are signed, corrected, undone, or excepted for a reason, over a real store. Rule: R-SEG-9. */
class AgreementsViewModelTest {

    /** In segment A, with no agreement. */
    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(3);

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(4);
    private Phone phone = TestPhone.over(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    private AgreementsViewModel model() {
        return new AgreementsViewModel(new DossierDesk(phone, DOSSIER, new Discretion(), Runnable::run));
    }

    private AgreementsViewModel writing() {
        AgreementsViewModel model = model();
        model.begin();
        AgreementForm form = model.open().orElseThrow();
        form.commitments().property().set("Apporter les factures chaque mois");
        form.service().property().set("Demander l’aide au logement");
        form.persons().add(model.signers(form).get(0));
        return model;
    }

    private List<Entry<ServiceAgreement>> kept() {
        return phone.store().dossier(DOSSIER).orElseThrow().agreements();
    }

    private boolean isReminded() {
        return MyReminders.of(phone).stream()
                .anyMatch(due ->
                        due.dossier().id().equals(DOSSIER) && due.reminder().kind() == ReminderKind.AGREEMENT_MISSING);
    }

    @Test
    void oneThatIsSignedHoldsBothSidesAndEndsTheReminder() {
        assertThat(isReminded()).isTrue();
        AgreementsViewModel model = writing();
        RecordId goal =
                phone.store().dossier(DOSSIER).orElseThrow().goals().get(0).id();
        PersonId mother = model.signers(model.open().orElseThrow()).get(0);
        model.open().orElseThrow().endsOn().property().set("9/9/2026");
        model.keep();

        assertThat(kept().get(0).value())
                .isEqualTo(new ServiceAgreement(
                        new ServiceAgreement.Terms(
                                "Apporter les factures chaque mois", phone.today(), LocalDate.of(2026, 9, 9), null),
                        new ServiceAgreement.Mutual(
                                "Demander l’aide au logement",
                                List.of(goal),
                                phone.today(),
                                List.of(mother),
                                phone.store().worker())));
        assertThat(model.standing().state()).isEqualTo(AgreementStanding.State.RUNNING);
        assertThat(isReminded()).isFalse();
    }

    @Test
    void aReasonedExceptionEndsTheReminderTooAndBecomesAnAgreementLater() {
        AgreementsViewModel model = model();
        model.begin();
        model.open().orElseThrow().exception().set(true);
        model.keep();
        assertThat(model.open().orElseThrow().reason().wrong().get()).isEqualTo("agreement.wrong.reason");
        model.open().orElseThrow().reason().property().set("Hospitalisée, reviendra en avril");
        model.keep();
        assertThat(model.standing().state()).isEqualTo(AgreementStanding.State.EXCEPTION);
        assertThat(isReminded()).isFalse();

        model.change(model.agreements().get(0));
        AgreementForm form = model.open().orElseThrow();
        assertThat(form.reason().stripped()).isEqualTo("Hospitalisée, reviendra en avril");
        form.exception().set(false);
        form.commitments().property().set("Venir une fois par mois");
        form.persons().add(model.signers(form).get(0));
        form.signedOn().property().set("8/3/2026");
        form.startsOn().property().set("9/3/2026");
        model.keep();
        assertThat(kept()).hasSize(1);
        assertThat(kept().get(0).value().isException()).isFalse();
    }

    @Test
    void whatIsTooLongIsSaidWithItsBoundBesideItsField() {
        AgreementsViewModel model = model();
        model.begin();
        AgreementForm form = model.open().orElseThrow();
        form.commitments().property().set("a".repeat(Contact.Content.LONGEST_NARRATIVE + 1));
        form.service().property().set("a".repeat(Contact.Content.LONGEST_NARRATIVE + 1));
        model.keep();
        form.exception().set(true);
        form.reason().property().set("a".repeat(RecordRules.LONGEST_NOTE + 1));
        model.keep();

        for (Language language : Language.values()) {
            assertThat(digits(form.commitments(), language)).isEqualTo("20000");
            assertThat(digits(form.service(), language)).isEqualTo("20000");
            assertThat(digits(form.reason(), language)).isEqualTo("2000");
        }
        assertThat(kept()).isEmpty();
    }

    private static String digits(TypedText field, Language language) {
        return new Messages(language).get(field.wrong().get()).replaceAll("\\D", "");
    }

    @Test
    void whatIsMissingOrCannotBeIsSaidBesideItsFieldAndNothingIsKept() {
        AgreementsViewModel model = model();
        model.begin();
        AgreementForm form = model.open().orElseThrow();
        form.signedOn().property().set("10/3/2026");
        form.endsOn().property().set("1/1/2026");
        model.keep();

        assertThat(form.commitments().wrong().get()).isEqualTo("agreement.wrong.commitments");
        assertThat(form.signers().wrong().get()).isEqualTo("agreement.wrong.persons");
        assertThat(form.signedOn().wrong().get()).isEqualTo("agreement.wrong.signedOn");
        assertThat(form.endsOn().wrong().get()).isEqualTo("agreement.wrong.endsOn");
        assertThat(kept()).isEmpty();
    }

    @Test
    void whoeverFollowedTheDossierBeforeReadsItAlone() {
        writing().keep();
        assertThat(model().mayWrite()).isTrue();
        fixture.receive(List.of(HouseholdRows.row(
                BucketId.service(DOSSIER),
                2_000,
                HouseholdRows.record(3, 4),
                RecordKind.REFERENT_TERM,
                new ReferentTerm(new ReferentTerm.Term(
                        HouseholdRows.CLAIRE,
                        ReferentRole.REFERENT,
                        HouseholdRows.TODAY.minusMonths(14),
                        HouseholdRows.TODAY.minusMonths(1))),
                HouseholdRows.TODAY)));

        assertThat(model().mayWrite()).isFalse();
        Entry<ServiceAgreement> mine = kept().get(0);
        assertThat(model().mayChange(mine))
                .as("whoever wrote it may correct it")
                .isTrue();
        assertThat(model().mayChange(new Entry<>(
                        mine.id(),
                        mine.value(),
                        mine.audience(),
                        1,
                        HouseholdRows.KARIM,
                        HouseholdRows.KARIM,
                        null,
                        null,
                        false)))
                .isFalse();
    }

    @Test
    void undoTakesItBackAndTheReminderIsThereAgain() {
        writing().keep();
        TestPhone.tapAction(phone);

        assertThat(kept()).isEmpty();
        assertThat(isReminded()).isTrue();
    }

    @Test
    void whatWasTypedIsThereAgainAfterAKill() {
        writing();
        fixture.reopen();
        phone = TestPhone.over(fixture);

        AgreementForm form = model().open().orElseThrow();
        assertThat(form.commitments().stripped()).isEqualTo("Apporter les factures chaque mois");
        assertThat(form.persons()).hasSize(1);
    }
}
