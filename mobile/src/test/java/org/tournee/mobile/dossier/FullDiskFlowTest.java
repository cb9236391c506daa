package org.tournee.mobile.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tournee.appointment.Appointment;
import org.tournee.contact.Place;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.outreach.Opposition;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.text.FrenchSpaces;

/** A tap that saves says so when the disk does not take it, wherever the tap is. Rule: R-OFF. */
class FullDiskFlowTest {

    private static final String FULL =
            "La mémoire du téléphone est pleine. Ce qui est à l’écran n’est pas perdu : libérez de la place, puis réessayez.";

    @Test
    void anAppointmentThatWasHeldIsToldAgainOnceThereIsRoom() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            RecordId id = NewRecord.id();
            phone.fixture
                    .store()
                    .save(Edit.of(
                            phone.dossier(1),
                            new Edit.Create(
                                    RecordKind.APPOINTMENT,
                                    id,
                                    Audience.SERVICE,
                                    new Appointment(
                                            new Appointment.Plan(
                                                    Instant.parse("2026-03-09T08:00:00Z"),
                                                    45,
                                                    Place.HOME,
                                                    HouseholdRows.CLAIRE,
                                                    ""),
                                            new Appointment.Attendance(Appointment.State.PLANNED)))));
            phone.open(new Destination.Reminders());
            phone.open(new Destination.Today());
            phone.fillDisk();
            phone.tap("#held-" + id);

            assertThat(phone.shows(FULL)).isTrue();
            assertThat(phone.contents(1)
                            .appointments()
                            .get(0)
                            .value()
                            .attendance()
                            .state())
                    .isEqualTo(Appointment.State.PLANNED);
        }
    }

    @Test
    void whoMayReadAContactIsNotAskedForInSilence() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.DossierPage(phone.dossier(0)));
            phone.tap("#section-journal");
            phone.fillDisk();
            phone.tap("Restreindre l’accès");
            phone.tap("Demander au service");

            assertThat(phone.shows(FULL)).isTrue();
        }
    }

    @Test
    void aDiskThatIsStillFullIsToldOfAtEveryTap() {
        try (PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1)) {
            Phone phone = TestPhone.onAFullDisk(fixture);
            DossierWriter writer = DossierWriter.telling(phone, HouseholdRows.dossier(0), Runnable::run);
            List<Edit.Change> changes = List.of(new Edit.Create(
                    RecordKind.OPPOSITION, NewRecord.id(), Audience.SERVICE, Opposition.statedOn(phone.today())));
            writer.save(changes, () -> {});
            writer.save(changes, () -> {});

            assertThat(TestPhone.said(phone)).containsExactly(FrenchSpaces.kept(FULL), FrenchSpaces.kept(FULL));
        }
    }
}
