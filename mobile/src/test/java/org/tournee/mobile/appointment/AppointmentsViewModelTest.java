package org.tournee.mobile.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.appointment.Appointment;
import org.tournee.contact.Place;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.reminder.MyReminders;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.reminder.ReminderKind;
import org.tournee.request.Request;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Appointments over a real store: planned, moved, missed; what was half written stays. Rule: R-APP. */
class AppointmentsViewModelTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(0);

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private Phone phone = TestPhone.over(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    private AppointmentsViewModel model() {
        return new AppointmentsViewModel(new DossierDesk(phone, DOSSIER, new Discretion(), Runnable::run));
    }

    private AppointmentsViewModel writing(String day, String time) {
        AppointmentsViewModel model = model();
        model.begin();
        AppointmentForm form = model.open().orElseThrow();
        form.day().property().set(day);
        form.time().property().set(time);
        return model;
    }

    private List<ReminderKind> reminders() {
        return MyReminders.of(phone).stream()
                .map(due -> due.reminder().kind())
                .filter(kind -> kind == ReminderKind.APPOINTMENT_TOMORROW || kind == ReminderKind.NO_SHOW_TO_CALL)
                .toList();
    }

    @Test
    void anAppointmentIsPlannedAtTheHourOfTheOrganisationAndRemindedTheDayBefore() {
        AppointmentsViewModel model = writing("10/3/2026", "14h30");
        model.open().orElseThrow().place().set(Place.PERMANENCE);
        model.keep();

        Appointment.Plan plan = model.coming().get(0).value().plan();
        assertThat(plan.startsAt().atZone(ZoneId.of("Europe/Paris")))
                .hasToString("2026-03-10T14:30+01:00[Europe/Paris]");
        assertThat(plan.place()).isEqualTo(Place.PERMANENCE);
        assertThat(plan.worker()).isEqualTo(phone.store().worker());
        assertThat(model.open()).isEmpty();
        assertThat(reminders()).containsExactly(ReminderKind.APPOINTMENT_TOMORROW);
    }

    @Test
    void withoutADayOrAnHourNothingIsKeptAndBothAreSaid() {
        AppointmentsViewModel model = writing("31/2/2026", "25:00");
        model.keep();

        AppointmentForm form = model.open().orElseThrow();
        assertThat(form.day().wrong().get()).isEqualTo("appointment.wrong.day");
        assertThat(form.time().wrong().get()).isEqualTo("appointment.wrong.time");
        assertThat(model.coming()).isEmpty();
    }

    @Test
    void aNoShowIsRemindedUntilItIsTakenBack() {
        AppointmentsViewModel model = writing("9/3/2026", "9");
        model.keep();
        assertThat(model.hasBegun(model.coming().get(0))).isTrue();

        model.tell(model.coming().get(0), Appointment.State.NO_SHOW, () -> {});
        assertThat(reminders()).containsExactly(ReminderKind.NO_SHOW_TO_CALL);

        TestPhone.tapAction(phone);
        assertThat(model.coming()).hasSize(1);
        assertThat(reminders()).isEmpty();
    }

    /** What a colleague wrote while a change lay half written is not written over unseen. Rules: R-REC, R-OFF. */
    @Test
    void aHalfWrittenChangeIsLaidOverWhatItWasBegunFrom() {
        RecordId id = HouseholdRows.record(0, 70);
        fixture.receive(List.of(stands(id, 1_000, 1, Place.HOME)));
        AppointmentsViewModel begun = model();
        begun.change(begun.coming().get(0));
        begun.open().orElseThrow().time().property().set("11:15");
        fixture.receive(List.of(stands(id, 1_001, 2, Place.OFFICE)));

        AppointmentsViewModel model = model();
        assertThat(model.open().orElseThrow().place().get()).isEqualTo(Place.HOME);
        model.keep();

        Operation operation =
                OperationBytes.read(fixture.store().unsent().getLast().line());
        assertThat(operation.baseRev()).isEqualTo(1);
        assertThat(operation.groups().get("plan").base()).contains("HOME");
    }

    private static FeedRow stands(RecordId id, long position, long rev, Place place) {
        FeedRow row = HouseholdRows.row(
                BucketId.service(DOSSIER),
                position,
                id,
                RecordKind.APPOINTMENT,
                new Appointment(
                        new Appointment.Plan(
                                HouseholdRows.TODAY.plusDays(3).atTime(8, 0).toInstant(ZoneOffset.UTC),
                                45,
                                place,
                                HouseholdRows.CLAIRE,
                                null),
                        new Appointment.Attendance(Appointment.State.PLANNED)),
                HouseholdRows.TODAY);
        return HouseholdRows.changedByKarim(row, rev);
    }

    @Test
    void aMovedAppointmentStaysTheSameRecord() {
        AppointmentsViewModel model = writing("12/3/2026", "9:00");
        model.keep();
        Entry<Appointment> before = model.coming().get(0);

        model.change(before);
        model.open().orElseThrow().time().property().set("11:15");
        model.keep();

        assertThat(model.coming()).extracting(Entry::id).containsExactly(before.id());
        assertThat(model.day(model.coming().get(0))).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(model.coming().get(0).value().plan().startsAt())
                .isAfter(before.value().plan().startsAt());
    }

    @Test
    void theDelayFromTheRequestIsKeptWithTheRequest() {
        Request request = new Request(
                new Request.Demand(
                        Request.Origin.PERSON,
                        Request.Urgency.NORMAL,
                        Topic.HOUSING,
                        phone.today().minusDays(9),
                        "Loyer"),
                new Request.Handling(null, null, null, null, null, null));
        phone.store()
                .save(Edit.of(DOSSIER, new Edit.Create(RecordKind.REQUEST, NewRecord.id(), Audience.SERVICE, request)));

        AppointmentsViewModel model = writing("12/3/2026", "9:00");
        model.keep();

        assertThat(phone.store().dossier(DOSSIER).orElseThrow().requests())
                .extracting(entry -> entry.value().handling().appointmentOfferedFor())
                .containsExactly(LocalDate.of(2026, 3, 12));
        assertThat(model.waitingRequest()).isEmpty();
    }

    @Test
    void whatWasTypedIsThereAgainAfterAKill() {
        writing("12/3/2026", "9:0");
        fixture.reopen();
        phone = TestPhone.over(fixture);

        AppointmentForm form = model().open().orElseThrow();
        assertThat(form.day().property().get()).isEqualTo("12/3/2026");
        assertThat(form.time().property().get()).isEqualTo("9:0");
    }
}
