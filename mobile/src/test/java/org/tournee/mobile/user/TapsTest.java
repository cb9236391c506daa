package org.tournee.mobile.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tournee.appointment.Appointment;
import org.tournee.contact.Contact;
import org.tournee.contact.Place;
import org.tournee.contact.Topic;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.round.RoundViewModel;
import org.tournee.mobile.round.Stop;
import org.tournee.mobile.segment.StepForm;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.outreach.Visit;
import org.tournee.reception.Attendance;
import org.tournee.reception.DeskDay;
import org.tournee.request.Request;
import org.tournee.segment.Segment;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * A worker's day through the real window tree, each piece of work begun on the page that the phone opens with: its taps, one
 * on a field before one writes in it included, and its characters are those that {@code docs/taps.md} tells. Rules: R-CON,
 * R-OUT, R-PER, R-RDD, R-SEG-7, R-SEG-9, R-REC.
 */
class TapsTest {

    private static final Path PAGE = Path.of("..", "docs", "taps.md");

    /** On top of the list of dossiers; without an agreement. */
    private static final int LISTED = 3;

    private static final RecordId APPOINTMENT = HouseholdRows.record(0, 70);

    /** A piece of work, and how many taps it may cost. */
    private record Work(String name, int most, Consumer<OpenDossierPhone> play) {

        private String played() {
            try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
                play.accept(phone);
                assertThat(phone.taps()).as(name).isLessThanOrEqualTo(most);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d taps | %.2f s of the app's own work |%n",
                        name,
                        phone.taps(),
                        phone.worked().toMillis() / 1000.0);
                return "| %s | %d | %d | %d |".formatted(name, phone.taps(), phone.typed(), most);
            }
        }
    }

    private static final List<Work> DAY = List.of(
            new Work("A contact after an appointment", 8, TapsTest::appointment),
            new Work("A contact by the record button", 8, TapsTest::recordButton),
            new Work("A contact from the list of dossiers", 8, TapsTest::fromTheList),
            new Work("A round: two planned, one met, one absent", 12, TapsTest::round),
            new Work("A rendez-vous des droits with one probable right", 8, TapsTest::rights),
            new Work("A review prepared at the limit of a stay", 12, TapsTest::review),
            new Work("An agreement signed", 8, TapsTest::agreement),
            new Work("A request acknowledged", 6, TapsTest::acknowledged),
            new Work("A reception sheet, from the arrival to settled", 6, TapsTest::sheet),
            new Work(
                    "A permanence morning: opened, one settled, one passed on, one left, closed",
                    24,
                    TapsTest::permanence),
            new Work("A conflict settled", 2, TapsTest::conflict));

    @Test
    void theWorkOfADayCostsTheTapsThatThePageTells() throws IOException {
        String table = DAY.stream().map(Work::played).collect(Collectors.joining("\n", "", "\n"));
        assertThat(Files.readString(PAGE)).as("the table of docs/taps.md").endsWith(table);
    }

    private static void plan(OpenDossierPhone phone) {
        Appointment planned = new Appointment(
                new Appointment.Plan(
                        HouseholdRows.TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC),
                        45,
                        Place.HOME,
                        HouseholdRows.CLAIRE,
                        null),
                new Appointment.Attendance(Appointment.State.PLANNED));
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.service(phone.dossier(0)),
                1_000,
                APPOINTMENT,
                RecordKind.APPOINTMENT,
                planned,
                HouseholdRows.TODAY)));
        phone.open(new Destination.Today());
    }

    private static void appointment(OpenDossierPhone phone) {
        plan(phone);
        phone.picture("user-today");
        phone.tap("#held-" + APPOINTMENT);
        contact(phone, 0);
        phone.picture("user-contact-saved");

        assertThat(phone.contents(0).appointments().get(0).value().attendance().state())
                .isEqualTo(Appointment.State.HELD);
        Contact.Meeting meeting = latest(phone, 0).meeting();
        assertThat(meeting.place()).isEqualTo(Place.HOME);
        assertThat(meeting.startedAt())
                .isEqualTo(HouseholdRows.TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC));
    }

    private static void recordButton(OpenDossierPhone phone) {
        plan(phone);
        phone.tap("Consigner");
        phone.picture("user-record-for");
        phone.tap("#likely-" + phone.dossier(0));
        contact(phone, 0);
    }

    private static void fromTheList(OpenDossierPhone phone) {
        phone.tap("Dossiers");
        phone.tap(name(phone, LISTED));
        phone.tap("Consigner");
        contact(phone, LISTED);
    }

    /** How long, about what, what was said, what comes next. */
    private static void contact(OpenDossierPhone phone, int number) {
        int before = phone.contents(number).contacts().size();
        phone.tap("30");
        phone.tap("Budget");
        write(phone, "#contact-narrative", "Point sur les factures, échéancier demandé.");
        phone.tap("Suivi");
        phone.tap("#contact-save");
        assertThat(phone.contents(number).contacts()).hasSize(before + 1);
        assertThat(latest(phone, number).meeting().durationMinutes()).isEqualTo(30);
    }

    private static Contact latest(OpenDossierPhone phone, int number) {
        List<Entry<Contact>> contacts = phone.contents(number).contacts();
        return contacts.get(contacts.size() - 1).value();
    }

    private static void round(OpenDossierPhone phone) {
        phone.tap("Préparer la tournée");
        List<String> near = proposed(phone);
        phone.tap(near.get(0));
        phone.tap(near.get(1));
        phone.tap("Aujourd’hui");
        phone.picture("user-today-round");
        phone.tap("#today-met");
        phone.tap("30");
        write(phone, "#contact-narrative", "Vu en bas de chez lui.");
        phone.tap("#contact-save");
        phone.tap("Revenir au dossier");
        phone.tap("1 sur 2 faits");
        phone.tap("#absent-2");

        assertThat(Stop.of(phone.phone, phone.phone.today()))
                .extracting(stop -> stop.state().orElseThrow())
                .containsExactly(Visit.State.MET, Visit.State.ABSENT);
    }

    private static List<String> proposed(OpenDossierPhone phone) {
        return new RoundViewModel(phone.phone, Runnable::run)
                .round().get().proposals().stream()
                        .map(proposal -> proposal.contents()
                                .dossier()
                                .value()
                                .household()
                                .name())
                        .toList();
    }

    private static void rights(OpenDossierPhone phone) {
        phone.tap("Dossiers");
        phone.tap(name(phone, LISTED));
        phone.tap("#section-rights");
        phone.tap("#rights-begin");
        phone.tap("#answer-first-css-PROBABLE");
        phone.tap("#rights-to-summary");
        phone.tap("#rights-finish");

        assertThat(phone.contents(LISTED)
                        .rightsCheckups()
                        .get(0)
                        .value()
                        .course()
                        .finished())
                .isTrue();
    }

    private static void review(OpenDossierPhone phone) {
        phone.tap("#all-reviews");
        phone.tap(name(phone, LISTED));
        phone.tap("#step-PROPOSE_AT_LIMIT");
        phone.tap(phone.phone.messages().of(Segment.B));
        phone.tap(phone.phone
                .store()
                .profile()
                .sheet(Segment.B)
                .orElseThrow()
                .criteria()
                .get(0));
        write(phone, "#segment-reason", "Plus d’urgence, le logement est sûr.");
        for (int question = 0; question < StepForm.QUESTIONS.size(); question++) {
            write(phone, "#segment-answer-" + question, "Oui");
        }
        phone.tap("Préparer");

        assertThat(phone.phone.store().prepared(phone.dossier(LISTED))).hasSize(1);
    }

    private static void agreement(OpenDossierPhone phone) {
        phone.tap("Dossiers");
        phone.tap(name(phone, LISTED));
        phone.tap("#section-agreement");
        phone.tap("#agreement-add");
        write(phone, "#agreement-commitments", "Apporter les factures chaque mois");
        phone.tap(phone.contents(LISTED).household().get(0).value().identity().fullName());
        phone.tap("Enregistrer");

        assertThat(phone.contents(LISTED).agreements()).hasSize(1);
    }

    private static void acknowledged(OpenDossierPhone phone) {
        Request asked = new Request(
                new Request.Demand(
                        Request.Origin.PERSON,
                        Request.Urgency.NORMAL,
                        Topic.FINANCE,
                        HouseholdRows.TODAY,
                        "Aide alimentaire"),
                Request.Handling.NONE);
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.service(phone.dossier(LISTED)),
                1_000,
                HouseholdRows.record(LISTED, 70),
                RecordKind.REQUEST,
                asked,
                HouseholdRows.TODAY)));
        phone.tap("Dossiers");
        phone.tap(name(phone, LISTED));
        phone.tap("#section-requests");
        phone.tap("Accuser réception");
        phone.tap("Enregistrer l’étape");

        assertThat(phone.contents(LISTED).requests().get(0).value().handling().acknowledgedOn())
                .isEqualTo(HouseholdRows.TODAY);
    }

    private static void conflict(OpenDossierPhone phone) {
        phone.tap("Dossier : 2 versions, à départager");
        phone.tap("#conflict-keep-2");

        assertThat(phone.fixture.store().waiting().operations()).isEqualTo(1);
    }

    /** The desk is open: it stands on the page of the day. Rule: R-PER. */
    private static void sheet(OpenDossierPhone phone) {
        phone.fixture.receive(ReceptionRows.reception());
        phone.fixture
                .store()
                .save(Edit.of(
                        ReceptionRows.REGISTER,
                        new Edit.Create(
                                RecordKind.DESK_DAY,
                                NewRecord.id(),
                                Audience.SERVICE,
                                new DeskDay(
                                        new DeskDay.Session(ReceptionRows.PERMANENCE, HouseholdRows.TODAY),
                                        new DeskDay.Conditions(
                                                DeskDay.Confidentiality.GOOD,
                                                DeskDay.Connection.GOOD,
                                                DeskDay.Admission.WITHOUT_APPOINTMENT,
                                                List.of()),
                                        null))));
        phone.open(new Destination.Today());
        phone.picture("user-today-desk");
        phone.tap("Permanence de Gençay");
        arrived(phone, "Mme Petit");
        phone.tap("#sheet-settled");

        assertThat(attendance(phone).settled()).isEqualTo(1);
    }

    private static void arrived(OpenDossierPhone phone, String name) {
        phone.tap("#desk-arrive");
        write(phone, "#sheet-name", name);
        phone.tap("Logement");
    }

    private static Attendance attendance(OpenDossierPhone phone) {
        return phone.fixture.store().registers().get(0).attendance(ReceptionRows.PERMANENCE, HouseholdRows.TODAY);
    }

    private static void permanence(OpenDossierPhone phone) {
        phone.fixture.receive(ReceptionRows.reception());
        phone.tap("Plus");
        phone.tap("Accueil");
        phone.tap("Permanence de Gençay");
        phone.tap("#desk-open");
        arrived(phone, "Mme Petit");
        phone.tap("#sheet-settled");
        arrived(phone, "M. Roux");
        phone.tap("#sheet-pass-on");
        write(phone, "#liaison-to", "kar");
        phone.tap("Karim Lahlou");
        write(phone, "#liaison-text", "À rappeler demain.");
        phone.tap("#liaison-send");
        phone.tap("#desk-arrive");
        phone.tap("#sheet-keep");
        phone.tap("#walk-in-left-1");
        phone.tap("#desk-close");

        assertThat(attendance(phone)).isEqualTo(new Attendance(3, 0, 0, 1, 1, 1, Duration.ZERO));
    }

    private static void write(OpenDossierPhone phone, String field, String text) {
        phone.tap(field);
        phone.type(field, text);
    }

    private static String name(OpenDossierPhone phone, int number) {
        return phone.contents(number).dossier().value().household().name();
    }
}
