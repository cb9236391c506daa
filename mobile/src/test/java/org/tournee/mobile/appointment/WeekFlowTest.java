package org.tournee.mobile.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.appointment.Appointment;
import org.tournee.contact.Place;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** The appointments of a week. Rules: R-APP, R-OFF. */
class WeekFlowTest {

    private OpenDossierPhone phone;

    @BeforeEach
    void open() {
        open(OpenDossierPhone.usual());
    }

    private void open(OpenDossierPhone opened) {
        phone = opened;
        WorkerId me = phone.phone.store().worker();
        plan(0, "2026-03-10T08:30:00Z", Place.HOME, me);
        plan(5, "2026-03-10T13:00:00Z", Place.OFFICE, me);
        plan(1, "2026-03-14T09:00:00Z", Place.PERMANENCE, me);
        plan(2, "2026-03-17T09:00:00Z", Place.HOME, me);
        plan(3, "2026-03-10T09:00:00Z", Place.HOME, HouseholdRows.KARIM);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private void plan(int household, String at, Place place, WorkerId worker) {
        Appointment appointment = new Appointment(
                new Appointment.Plan(Instant.parse(at), 45, place, worker, "Apporter l’avis d’expulsion"),
                new Appointment.Attendance(Appointment.State.PLANNED));
        phone.fixture
                .store()
                .save(Edit.of(
                        phone.dossier(household),
                        new Edit.Create(RecordKind.APPOINTMENT, NewRecord.id(), Audience.SERVICE, appointment)));
    }

    private WeekViewModel model() {
        return new WeekViewModel(phone.phone);
    }

    @Test
    void aWeekShowsOnesOwnAppointmentsDayByDayAndAWeekendOnlyWhereItHasSome() {
        WeekViewModel model = model();

        assertThat(model.week().get().days())
                .extracting(WeekViewModel.Day::date)
                .containsExactly(
                        LocalDate.of(2026, 3, 9),
                        LocalDate.of(2026, 3, 10),
                        LocalDate.of(2026, 3, 11),
                        LocalDate.of(2026, 3, 12),
                        LocalDate.of(2026, 3, 13),
                        LocalDate.of(2026, 3, 14));
        assertThat(model.week().get().days())
                .flatExtracting(WeekViewModel.Day::appointments)
                .extracting(Planned::household)
                .containsExactly("Ménage Moreau", "Ménage Lefèvre", "Ménage Guérin");
        model.move(1);
        assertThat(model.week().get().days())
                .flatExtracting(WeekViewModel.Day::appointments)
                .extracting(Planned::household)
                .containsExactly("Ménage Da Silva");
    }

    @Test
    void fromTheWeekToTheAppointmentAndToTheWeekAfter() {
        phone.open(new Destination.Week());
        phone.longPicture("week", 1500);
        phone.tap("#week-after");
        assertThat(phone.shows("Semaine du 16 mars")).isTrue();
        phone.tap("10:00 · Ménage Da Silva");
        assertThat(phone.here()).contains(new Destination.Appointments(phone.dossier(2)));
    }

    /** Read back as a calendar reads it: when and at what kind of place, nothing of the person. Rules: R-APP, R-GDPR. */
    @Test
    void theWeekGoesToThePhonesCalendarAndSaysNothingOfThePerson() {
        cancel();
        phone.open(new Destination.Week());
        phone.tap("#week-calendar");

        assertThat(phone.picked.given()).containsOnlyKeys("semaine-2026-03-09.ics");
        String text = new String(phone.picked.given().get("semaine-2026-03-09.ics"), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("Lefèvre", "Moreau", "Guérin", "expulsion", "Ménage");
        ICalendar calendar = Biweekly.parse(text).first();
        List<VEvent> events = calendar.getEvents();
        assertThat(events)
                .extracting(event -> event.getDateStart().getValue().toInstant())
                .containsExactly(
                        Instant.parse("2026-03-10T08:30:00Z"),
                        Instant.parse("2026-03-10T13:00:00Z"),
                        Instant.parse("2026-03-14T09:00:00Z"));
        assertThat(events)
                .extracting(event -> event.getStatus().getValue())
                .containsExactly("CONFIRMED", "CANCELLED", "CONFIRMED");
        assertThat(events)
                .extracting(event -> event.getSummary().getValue() + ", "
                        + event.getLocation().getValue())
                .first()
                .isEqualTo("Rendez-vous, À domicile");
        assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
    }

    /** The same appointment is the same one in the calendar, however often the file is made. */
    @Test
    void anAppointmentKeepsItsIdInTheCalendar() {
        List<String> before = ids();
        cancel();
        assertThat(ids()).hasSize(3).isEqualTo(before).doesNotHaveDuplicates();
    }

    private List<String> ids() {
        ICalendar calendar = Biweekly.parse(new String(model().calendar(), StandardCharsets.UTF_8))
                .first();
        return calendar.getEvents().stream()
                .map(event -> event.getUid().getValue())
                .toList();
    }

    private void cancel() {
        Entry<Appointment> entry = phone.contents(5).appointments().get(0);
        Appointment cancelled =
                new Appointment(entry.value().plan(), new Appointment.Attendance(Appointment.State.CANCELLED));
        phone.fixture
                .store()
                .save(Edit.of(phone.dossier(5), new Edit.Update(RecordKind.APPOINTMENT, entry, cancelled)));
    }

    @ParameterizedTest
    @CsvSource({"FRENCH,200,360", "GERMAN,200,360", "DUTCH,200,360", "ENGLISH,200,360"})
    void everyTextOfAWeekFits(Language language, int percent, int width) {
        phone.close();
        open(new OpenDossierPhone(new Appearance(Appearance.Mode.DARK, percent), language));
        phone.camera.resize(width, 640);
        phone.open(new Destination.Week());
        assertThat(phone.camera.cutTexts()).isEmpty();
        assertThat(phone.camera.wantingTargets()).isEmpty();
        phone.longPicture("week-" + language.code() + "-" + percent, 3000);
    }
}
