package org.tournee.mobile.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Topic;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.request.Request;
import org.tournee.request.RequestStep;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Steps of a request and the end of a mandate, on a phone with no network. Rules: R-REQ, R-MAN, R-OFF, R-SYN. */
class RequestStepsFlowTest {

    private RecordId request;
    private RecordId mandate;

    @BeforeEach
    void ids() {
        request = NewRecord.id();
        mandate = NewRecord.id();
    }

    @Test
    void aStepIsTakenWhereOneIsAndCanBeUndone() {
        try (OpenDossierPhone phone = withRequest()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#step-ACKNOWLEDGE-" + request);
            phone.longPicture("request-step", 1500);
            phone.tap("Enregistrer l’étape");

            LocalDate today = phone.phone.today();
            assertThat(handling(phone).acknowledgedOn()).isEqualTo(today);
            assertThat(phone.shows("#step-ACKNOWLEDGE-" + request)).isFalse();
            assertThat(phone.shows("#step-DECIDE-" + request)).isTrue();
            Operation sent = last(phone);
            assertThat(sent.action()).isEqualTo(Action.CHANGE);
            assertThat(sent.groups()).containsOnlyKeys("handling");

            phone.tap("Annuler");
            assertThat(handling(phone)).isEqualTo(Request.Handling.NONE);
        }
    }

    @Test
    void theSameRuleSaysInWordsWhyAStepMayNotBeTaken() {
        try (OpenDossierPhone phone = withRequest()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#step-DECIDE-" + request);
            phone.tap("Enregistrer l’étape");
            assertThat(phone.shows("Choisissez ce qui est décidé.")).isTrue();
            phone.tap("Refusée");
            phone.type("#step-day", "1/1/2020");
            phone.tap("Enregistrer l’étape");
            assertThat(phone.shows("Cette date est avant celle de l’étape précédente : vérifiez-la."))
                    .isTrue();
            phone.type("#step-day", "1/1/2090");
            phone.tap("Enregistrer l’étape");
            assertThat(phone.shows("Cette date est à venir : notez l’étape le jour où elle est faite."))
                    .isTrue();
            assertThat(handling(phone)).isEqualTo(Request.Handling.NONE);
        }
    }

    @Test
    void aHalfWrittenStepIsGoneOnWithAndOneThatSomebodyElseTookSaysSo() {
        try (OpenDossierPhone phone = withRequest()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#step-OFFER_APPOINTMENT-" + request);
            phone.type("#step-day", "20/3/2026");
            phone.back();
            phone.open(new Destination.Drafts());
            phone.tap("Étape d’une demande à enregistrer");
            assertThat(phone.shows("#step-day")).isTrue();
            Request decided = new Request(
                    demand().demand(),
                    new Request.Handling(
                            null, null, Request.Decision.GRANTED, HouseholdRows.TODAY.minusDays(1), null, null));
            phone.fixture.receive(
                    List.of(HouseholdRows.changedByKarim(row(phone, 5_002, request, RecordKind.REQUEST, decided), 2)));
            phone.tap("Enregistrer l’étape");

            assertThat(phone.texts(".page-scroll")).contains("Cette étape est faite déjà");
            assertThat(handling(phone).appointmentOfferedFor()).isNull();
        }
    }

    /** Rule: R-REC. */
    @Test
    void aStepThatCameBackSaysWhyAndIsNotOfferedOverWhatOthersDid() {
        try (OpenDossierPhone phone = withRequest()) {
            Request.Handling written = new Request.Handling(HouseholdRows.TODAY, null, null, null, null, null);
            Request decided = new Request(
                    demand().demand(),
                    new Request.Handling(
                            null, null, Request.Decision.GRANTED, HouseholdRows.TODAY.minusDays(1), null, null));
            phone.fixture.receive(
                    List.of(HouseholdRows.changedByKarim(row(phone, 5_002, request, RecordKind.REQUEST, decided), 2)));
            phone.fixture.receive(List.of(HouseholdRows.row(
                    BucketId.worker(HouseholdRows.CLAIRE),
                    2,
                    NewRecord.id(),
                    RecordKind.RETURNED_CHANGE,
                    returned(phone, written),
                    HouseholdRows.TODAY)));
            phone.open(new Destination.ReturnedChanges());

            assertThat(phone.texts(".page"))
                    .contains("Cette étape est faite déjà")
                    .contains("Accusé de réception le");
            assertThat(phone.texts(".page")).doesNotContain("acknowledged");
        }
    }

    private ReturnedChange returned(OpenDossierPhone phone, Request.Handling written) {
        String change = Wire.json(new GroupChange(Wire.json(Request.Handling.NONE), Wire.json(written)));
        return new ReturnedChange(
                new ReturnedChange.Origin(
                        new StreamId(new UUID(0x0190_2000_0000_7000L, 1)),
                        4,
                        RecordKind.REQUEST.code(),
                        request,
                        phone.dossier(3),
                        phone.phone.clock().instant(),
                        Action.CHANGE,
                        null,
                        new Groups(Map.of(Request.Handling.GROUP, change)).json()),
                new ReturnedChange.Refusal(ReturnReason.REFUSED_STEP, RequestStep.Refusal.NOT_NOW.name()));
    }

    @Test
    void theEndOfAMandateIsPreparedAndNotShownAsDone() {
        try (OpenDossierPhone phone = withMandate()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#end-" + mandate);
            phone.type("#mandate-end-day", "1/1/2020");
            phone.tap("Préparer la fin");
            assertThat(phone.shows("Le dernier jour serait avant le premier : vérifiez-le."))
                    .isTrue();
            phone.type("#mandate-end-day", "31/3/2026");
            phone.tap("Préparer la fin");

            assertThat(phone.contents(3).mandates().get(0).value().term().end()).isNull();
            assertThat(phone.texts(".page-scroll"))
                    .contains("Fin préparée, dernier jour le 31")
                    .contains("pas encore faite");
            assertThat(phone.shows("#end-" + mandate)).isFalse();
            assertThat(phone.shows("#mandate-end-day")).isFalse();
            Operation sent = last(phone);
            assertThat(sent.action()).isEqualTo(Action.COMMAND);
            assertThat(sent.groups().get("command").value())
                    .contains("\"mandate_end\"")
                    .contains("\"last_day\":\"2026-03-31\"");
            phone.longPicture("mandate-end", 1700);
        }
    }

    @Test
    void whatAMandateIsCanBeCorrected() {
        try (OpenDossierPhone phone = withMandate()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#mission-" + mandate);
            phone.type("#mission-authority", "Juge des enfants");
            phone.type("#mission-due", "Un rapport");
            phone.tap("Enregistrer la correction");

            Mandate.Mission mission =
                    phone.contents(3).mandates().get(0).value().mission();
            assertThat(mission.authority()).isEqualTo("Juge des enfants");
            assertThat(mission.whatIsDue()).isEqualTo("Un rapport");
            assertThat(last(phone).groups()).containsOnlyKeys("mission");
        }
    }

    @ParameterizedTest
    @CsvSource({"FRENCH,100,LIGHT", "FRENCH,100,DARK", "FRENCH,200,LIGHT", "GERMAN,200,LIGHT", "DUTCH,200,LIGHT"})
    void everyTextFits(Language language, int percent, Appearance.Mode mode) {
        try (OpenDossierPhone phone = new OpenDossierPhone(new Appearance(mode, percent), language)) {
            phone.fixture.receive(List.of(row(phone, 5_000, request, RecordKind.REQUEST, demand())));
            phone.fixture.receive(List.of(row(phone, 5_001, mandate, RecordKind.MANDATE, charged())));
            String name = "request-steps-" + language.code() + "-" + percent + "-" + mode;
            phone.open(new Destination.Requests(phone.dossier(3)));
            assertFits(phone, name);
            phone.tap("#step-DECIDE-" + request);
            phone.tap("#mission-" + mandate);
            phone.tap("#end-" + mandate);
            assertFits(phone, name + "-forms");
        }
    }

    private static void assertFits(OpenDossierPhone phone, String name) {
        phone.longPicture(name, 2400);
        assertThat(phone.camera.cutTexts()).as(name).isEmpty();
        assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
    }

    private OpenDossierPhone withRequest() {
        OpenDossierPhone phone = OpenDossierPhone.usual();
        phone.fixture.receive(List.of(row(phone, 5_000, request, RecordKind.REQUEST, demand())));
        return phone;
    }

    private OpenDossierPhone withMandate() {
        OpenDossierPhone phone = OpenDossierPhone.usual();
        phone.fixture.receive(List.of(row(phone, 5_000, mandate, RecordKind.MANDATE, charged())));
        return phone;
    }

    private static Request demand() {
        return new Request(
                new Request.Demand(
                        Request.Origin.PERSON,
                        Request.Urgency.NORMAL,
                        Topic.FINANCE,
                        HouseholdRows.TODAY.minusDays(5),
                        "Aide alimentaire"),
                Request.Handling.NONE);
    }

    private static Mandate charged() {
        return new Mandate(
                new Mandate.Mission(Mandate.Kind.CHILD_AT_RISK_REPORT, "Parquet de Poitiers", null),
                new Mandate.Term(HouseholdRows.TODAY.minusDays(30), null));
    }

    private Request.Handling handling(OpenDossierPhone phone) {
        return phone.contents(3).requests().get(0).value().handling();
    }

    private static Operation last(OpenDossierPhone phone) {
        return OperationBytes.read(phone.fixture.store().unsent().getLast().line());
    }

    private static FeedRow row(OpenDossierPhone phone, long position, RecordId id, RecordKind kind, Object value) {
        return HouseholdRows.row(BucketId.service(phone.dossier(3)), position, id, kind, value, HouseholdRows.TODAY);
    }
}
