package org.tournee.mobile.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.rights.RightsSweepViewModel;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderKind;
import org.tournee.rights.Right;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;
import org.tournee.sync.RecordId;
import org.tournee.text.FrenchSpaces;

/** What people read of a reminder. Rules: R-REM, R-RDD. */
class ReminderTextTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(0);

    @BeforeAll
    static void startToolkit() {
        ScreenCamera.startToolkit();
    }

    @Test
    void ofTwoRightsOfAHouseholdEachSaysItsName() {
        try (PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1)) {
            Phone phone = TestPhone.over(fixture);
            List<Right> rights = phone.store().catalogue().rights().subList(0, 2);
            RightsSweepViewModel sweep = new RightsSweepViewModel(phone, DOSSIER, null, Runnable::run);
            sweep.begin(RightsCheckup.Trigger.JOB_LOSS, RightsCheckup.Origin.PERSON);
            rights.forEach(right -> sweep.answer(right, RightState.HELD));
            DossierContents dossier = phone.store().dossier(DOSSIER).orElseThrow();
            ReminderText text = new ReminderText(phone);

            assertThat(dossier.rightChecks())
                    .extracting(entry -> text.mark(
                                    due(phone, ReminderKind.DECLARATION_DUE, entry.id()), dossier, phone.today())
                            .getText())
                    .hasSize(2)
                    .anySatisfy(
                            words -> assertThat(words).contains(rights.get(0).name()))
                    .anySatisfy(
                            words -> assertThat(words).contains(rights.get(1).name()));
        }
    }

    /** What the referent does about a review or a signature stands on the segment's page. Rule: R-SEG-7. */
    @ParameterizedTest
    @EnumSource(names = {"STAY_LIMIT", "DEFINITIVE_ALLOCATION", "SIGNATURE_WAITING", "ANNUAL_REVISION"})
    void whatIsDueOnTheSegmentLeadsToTheSegment(ReminderKind kind) {
        try (PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1)) {
            Reminder reminder = due(TestPhone.over(fixture), kind, new RecordId(UUID.randomUUID()));

            assertThat(ReminderText.destination(reminder)).isEqualTo(new Destination.Segment(DOSSIER));
        }
    }

    @Test
    void aMissingAgreementHasTheNameOfTheOrganisationAndLeadsToWhereOneIsSigned() {
        try (PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1)) {
            Phone phone = TestPhone.over(fixture);
            RecordId dossier =
                    phone.store().dossier(DOSSIER).orElseThrow().dossier().id();
            Reminder missing = due(phone, ReminderKind.AGREEMENT_MISSING, dossier);
            DossierContents held = phone.store().dossier(DOSSIER).orElseThrow();

            assertThat(ReminderText.destination(missing)).isEqualTo(new Destination.Agreements(DOSSIER));
            assertThat(new ReminderText(phone)
                            .mark(missing, held, phone.today())
                            .getText())
                    .startsWith(FrenchSpaces.kept("À établir : contrat d’engagements réciproques"));
        }
    }

    private static Reminder due(Phone phone, ReminderKind kind, RecordId check) {
        return new Reminder(
                "cause", kind, DOSSIER, check, phone.today(), phone.store().worker(), false);
    }
}
