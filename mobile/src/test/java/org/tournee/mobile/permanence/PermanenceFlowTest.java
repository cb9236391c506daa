package org.tournee.mobile.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Topic;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.DeskDay;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.RegisterContents;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request.Urgency;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.Conflict;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** A permanence on the phone, without a network. Rules: R-PER, R-COL, R-OFF, R-CON, R-DUP. */
class PermanenceFlowTest {

    private OpenDossierPhone phone;

    @BeforeEach
    void open() {
        open(OpenDossierPhone.usual());
    }

    private void open(OpenDossierPhone opened) {
        phone = opened;
        phone.fixture.receive(HouseholdRows.reception());
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private RegisterContents register() {
        return phone.fixture.store().registers().get(0);
    }

    private List<WalkIn> walkIns() {
        return register().walkIns().stream().map(Entry::value).toList();
    }

    private Instant now() {
        return phone.phone.clock().instant();
    }

    private RecordId save(RecordKind kind, Object value) {
        RecordId id = NewRecord.id();
        phone.fixture.store().save(Edit.of(HouseholdRows.REGISTER, new Edit.Create(kind, id, Audience.SERVICE, value)));
        return id;
    }

    private RecordId came(String name, int minutesAgo, Urgency urgency) {
        return save(
                RecordKind.WALK_IN,
                WalkIn.arrived(
                                HouseholdRows.PERMANENCE,
                                HouseholdRows.TODAY,
                                now().minus(Duration.ofMinutes(minutesAgo)))
                        .with(new WalkIn.Visitor(name, null, null))
                        .with(new WalkIn.Need(Topic.HOUSING, urgency, "")));
    }

    private void opened() {
        save(
                RecordKind.DESK_DAY,
                new DeskDay(
                        new DeskDay.Session(HouseholdRows.PERMANENCE, HouseholdRows.TODAY),
                        new DeskDay.Conditions(
                                DeskDay.Confidentiality.GOOD,
                                DeskDay.Connection.NONE,
                                DeskDay.Admission.WITHOUT_APPOINTMENT,
                                List.of()),
                        null));
    }

    @Test
    void oneChoosesWhereOneReceivesTodayAndSaysUnderWhichConditions() {
        phone.open(new Destination.Reception());
        phone.picture("reception");
        assertThat(phone.shows("Les autres jours")).isTrue();
        phone.tap("Permanence de Gençay");
        phone.picture("reception-open");
        phone.tap("Pas toujours");
        phone.tap("Aucun");
        phone.tap("Nadine Petit");
        phone.tap("#desk-open");

        DeskDay day = register().days().get(0).value();
        assertThat(day.session().desk()).isEqualTo(HouseholdRows.PERMANENCE);
        assertThat(day.conditions())
                .isEqualTo(new DeskDay.Conditions(
                        DeskDay.Confidentiality.PARTIAL,
                        DeskDay.Connection.NONE,
                        DeskDay.Admission.WITHOUT_APPOINTMENT,
                        List.of(HouseholdRows.NADINE)));
        assertThat(phone.shows("Personne n’attend.")).isTrue();
    }

    /** Rule: R-PER, unconditional first reception. */
    @Test
    void whoeverArrivesIsInTheQueueAtOnceAndNeedsNoName() {
        opened();
        phone.open(new Destination.Permanence(HouseholdRows.PERMANENCE));
        phone.tap("#desk-arrive");
        assertThat(walkIns()).hasSize(1);
        phone.tap("#sheet-settled");

        assertThat(walkIns().get(0).visitor()).isEqualTo(WalkIn.Visitor.UNNAMED);
        assertThat(walkIns().get(0).course().state()).isEqualTo(WalkIn.State.SETTLED);
        phone.picture("reception-figures");
        assertThat(phone.shows("Réglées sur place : 1")).isTrue();
        Operation last = lastSaved();
        assertThat(last.dossierId()).isEqualTo(HouseholdRows.REGISTER);
        assertThat(last.kind()).isEqualTo("walk_in");
    }

    private Operation lastSaved() {
        return OperationBytes.read(
                phone.fixture.store().unsent().getLast().json().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theUrgentComeFirstAndTheWaitIsMeasuredFromArrivalToReception() {
        opened();
        came("Mme Petit", 25, Urgency.NORMAL);
        came("M. Roux", 5, Urgency.IMMEDIATE);
        phone.open(new Destination.Permanence(HouseholdRows.PERMANENCE));
        phone.picture("reception-queue");
        phone.tap("#walk-in-next-1");

        WalkIn urgent = walkIns().stream()
                .filter(walkIn -> "M. Roux".equals(walkIn.visitor().name()))
                .findFirst()
                .orElseThrow();
        assertThat(urgent.course().state()).isEqualTo(WalkIn.State.RECEIVED);
        assertThat(urgent.waited(now())).isEqualTo(Duration.ofMinutes(5));
        phone.tap("#walk-in-left-2");
        assertThat(phone.shows("Notée comme repartie")).isTrue();
        phone.tap("Annuler");
        assertThat(register().queue(HouseholdRows.PERMANENCE, HouseholdRows.TODAY))
                .hasSize(2);
    }

    @Test
    void whoIsKnownIsFoundAsOneTypesAndTheirContactBeginsWithWhatTheDeskKnows() {
        opened();
        RecordId came = came("", 10, Urgency.NORMAL);
        String name = phone.contents(0).household().get(0).value().identity().fullName();
        phone.open(new Destination.ReceptionSheet(HouseholdRows.REGISTER, came));
        phone.type("#sheet-name", name.substring(0, 5));
        phone.picture("reception-known");
        phone.tap(name);
        phone.picture("reception-sheet");
        phone.tap("#sheet-contact");
        phone.tap("30");
        phone.type("#contact-narrative", "Venue pour sa facture d’eau.");
        phone.tap("#contact-save");

        WalkIn walkIn = walkIns().get(0);
        assertThat(walkIn.visitor().dossier()).isEqualTo(phone.dossier(0));
        var contacts = phone.contents(0).contacts();
        var meeting = contacts.get(contacts.size() - 1).value().meeting();
        assertThat(meeting.place()).isEqualTo(Place.PERMANENCE);
        assertThat(meeting.planning()).isEqualTo(Planning.SPONTANEOUS);
    }

    @Test
    void whatTheDeskDoesNotSettleGoesToAColleagueAndTheVisitorIsPassedOn() {
        opened();
        RecordId came = came("M. Roux", 12, Urgency.IMMEDIATE);
        phone.open(new Destination.ReceptionSheet(HouseholdRows.REGISTER, came));
        phone.tap("#sheet-pass-on");
        phone.tap("#liaison-send");
        assertThat(phone.shows("Dites à qui.")).isTrue();
        phone.type("#liaison-to", "kari");
        phone.picture("reception-liaison");
        phone.tap("Karim Lahlou");
        phone.type("#liaison-text", "Coupure d’électricité lundi, un bébé au foyer.");
        phone.tap("#liaison-send");

        LiaisonSheet sheet = register().liaisons().get(0).value();
        assertThat(sheet.address()).isEqualTo(LiaisonSheet.Address.to(HouseholdRows.KARIM));
        assertThat(sheet.message().urgency()).isEqualTo(Urgency.IMMEDIATE);
        assertThat(sheet.message().visitor()).isEqualTo("M. Roux");
        assertThat(walkIns().get(0).course().state()).isEqualTo(WalkIn.State.PASSED_ON);
    }

    @Test
    void aServiceIsNamedByWhatIsTyped() {
        opened();
        RecordId came = came("M. Roux", 12, Urgency.NORMAL);
        phone.open(new Destination.Liaison(HouseholdRows.REGISTER, came));
        phone.type("#liaison-to", "CCAS de Civray");
        phone.type("#liaison-text", "Domiciliation");
        phone.tap("#liaison-send");

        assertThat(register().liaisons().get(0).value().address()).isEqualTo(LiaisonSheet.Address.to("CCAS de Civray"));
    }

    @Test
    void aSheetForMeIsOnTodayAndTakenOverByOneTap() {
        LiaisonSheet sheet = new LiaisonSheet(
                new LiaisonSheet.Message(
                        NewRecord.id(), "Mme Petit", "06 00 00 00 02", "À rappeler", Urgency.SOON, HouseholdRows.TODAY),
                LiaisonSheet.Address.to(HouseholdRows.CLAIRE),
                null);
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.service(HouseholdRows.REGISTER),
                5,
                NewRecord.id(),
                RecordKind.LIAISON,
                sheet,
                HouseholdRows.TODAY)));
        phone.open(new Destination.Today());
        phone.tap("1 fiche de liaison pour vous");
        phone.picture("reception-for-me");
        phone.tap("Prendre le relais");

        assertThat(register().liaisons().get(0).value().takeover())
                .isEqualTo(new LiaisonSheet.Takeover(HouseholdRows.CLAIRE, HouseholdRows.TODAY));
        assertThat(phone.shows("À rappeler")).isFalse();
    }

    @Test
    void aHalfWrittenSheetIsKeptAndGoneOnWithFromTheDrafts() {
        opened();
        RecordId came = came("", 3, Urgency.NORMAL);
        phone.open(new Destination.ReceptionSheet(HouseholdRows.REGISTER, came));
        phone.type("#sheet-note", "Demande un logement");
        phone.back();
        phone.open(new Destination.Drafts());
        phone.tap("Fiche d’accueil");
        phone.tap("#sheet-keep");

        assertThat(walkIns().get(0).need().note()).isEqualTo("Demande un logement");
        assertThat(phone.fixture.store().drafts()).isEmpty();
    }

    /** Where one is told of it as of any other, and says which value stands. Rule: R-REC. */
    @Test
    void twoVersionsOfASheetAreToldOfAndSettledWhereOneReceives() {
        RecordId came = came("Mme Petit", 25, Urgency.NORMAL);
        RecordId conflict = NewRecord.id();
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.service(HouseholdRows.REGISTER),
                20,
                conflict,
                RecordKind.CONFLICT,
                twoNeeds(came),
                HouseholdRows.TODAY)));
        phone.open(new Destination.SyncPage());
        assertThat(phone.texts(".page")).contains("Accueil");
        phone.tap("Accueil");
        phone.picture("reception-conflict");
        assertThat(phone.texts(".page")).contains("Mme Petit, ").contains("Note : Dette d’eau");
        phone.tap("#discreet");
        assertThat(phone.texts(".page")).doesNotContain("Mme Petit").doesNotContain("Dette d’eau");
        phone.tap("#discreet");
        phone.tap("Garder celle de Karim Lahlou");

        assertThat(lastSaved().recordId()).isEqualTo(conflict);
        assertThat(register().openConflicts()).isEmpty();
    }

    private Conflict twoNeeds(RecordId walkIn) {
        return new Conflict(
                new Conflict.Subject(walkIn, RecordKind.WALK_IN.code(), "need"),
                new Conflict.Variants(
                        null, List.of(variant("v1", HouseholdRows.KARIM, "Dette d’eau"), variant("v2", null, "Loyer"))),
                new Conflict.State(true, null, null));
    }

    private Conflict.Variant variant(String id, @Nullable WorkerId author, String note) {
        return new Conflict.Variant(
                id,
                new StreamId(UUID.fromString("01902000-0000-7000-8000-000000000001")),
                author,
                Wire.json(new WalkIn.Need(Topic.HOUSING, Urgency.NORMAL, note)),
                now(),
                now());
    }

    /** What a colleague wrote on the same sheet meanwhile is not written over unseen. Rule: R-REC. */
    @Test
    void aHalfWrittenSheetIsLaidOverWhatItWasBegunFrom() {
        RecordId came = NewRecord.id();
        phone.fixture.receive(List.of(stands(came, 10, 1, "")));
        phone.open(new Destination.ReceptionSheet(HouseholdRows.REGISTER, came));
        phone.type("#sheet-note", "Demande un logement");
        phone.back();
        phone.fixture.receive(List.of(stands(came, 11, 2, "Facture d’eau")));
        phone.open(new Destination.ReceptionSheet(HouseholdRows.REGISTER, came));
        phone.tap("#sheet-settled");

        List<Operation> sent = phone.fixture.store().unsent().stream()
                .map(unsent -> OperationBytes.read(unsent.json().getBytes(StandardCharsets.UTF_8)))
                .filter(operation -> operation.recordId().equals(came))
                .toList();
        assertThat(sent).extracting(Operation::baseRev).containsExactly(1L, 2L);
        assertThat(sent.get(0).groups()).containsOnlyKeys("need");
        assertThat(sent.get(1).groups()).containsOnlyKeys("course");
    }

    private FeedRow stands(RecordId id, long position, long rev, String note) {
        FeedRow row = HouseholdRows.row(
                BucketId.service(HouseholdRows.REGISTER),
                position,
                id,
                RecordKind.WALK_IN,
                WalkIn.arrived(HouseholdRows.PERMANENCE, HouseholdRows.TODAY, now())
                        .with(new WalkIn.Need(Topic.HOUSING, Urgency.NORMAL, note)),
                HouseholdRows.TODAY);
        return HouseholdRows.changedByKarim(row, rev);
    }

    @Test
    void aFullDiskIsSaidAndNothingTypedIsLost() {
        opened();
        RecordId came = came("", 3, Urgency.NORMAL);
        phone.open(new Destination.ReceptionSheet(HouseholdRows.REGISTER, came));
        phone.type("#sheet-note", "Demande un logement");
        phone.fillDisk();
        phone.tap("#sheet-settled");

        assertThat(phone.texts(".page")).contains("La mémoire du téléphone est pleine");
        assertThat(walkIns().get(0).course().state()).isEqualTo(WalkIn.State.WAITING);
    }

    @Test
    void overTheShoulderNoNameAndNoNeedIsRead() {
        opened();
        came("Mme Petit", 25, Urgency.NORMAL);
        phone.open(new Destination.Permanence(HouseholdRows.PERMANENCE));
        phone.tap("#discreet");
        phone.picture("reception-discreet");

        assertThat(phone.shows("Mme Petit")).isFalse();
        assertThat(phone.texts(".page")).doesNotContain("Logement");
    }

    /** Rule: R-BIL. */
    @Test
    void overTheShoulderASheetShowsNeitherNameNorNeedAndKeepsWhatIsTyped() {
        opened();
        RecordId came = came("Mme Petit", 25, Urgency.NORMAL);
        came("Mme Petit-Roux", 20, Urgency.NORMAL);
        phone.open(new Destination.Permanence(HouseholdRows.PERMANENCE));
        phone.tap("#discreet");
        phone.open(new Destination.ReceptionSheet(HouseholdRows.REGISTER, came));
        phone.picture("reception-sheet-discreet");
        assertThat(isSeen("#sheet-name")).isFalse();
        assertThat(isSeen("#sheet-note")).isFalse();
        assertThat(phone.texts(".page")).doesNotContain("Mme Petit-Roux");

        phone.tap("#discreet");
        assertThat(isSeen("#sheet-name")).isTrue();
        assertThat(phone.texts(".page")).contains("Mme Petit-Roux");
        phone.type("#sheet-note", "Demande un logement");
        phone.tap("#discreet");
        assertThat(isSeen("#sheet-note")).isFalse();
        phone.tap("#sheet-settled");
        assertThat(walkIns())
                .filteredOn(walkIn -> walkIn.course().state() == WalkIn.State.SETTLED)
                .extracting(walkIn -> walkIn.need().note())
                .containsExactly("Demande un logement");
    }

    /** Rule: R-BIL. */
    @Test
    void overTheShoulderNothingOfALiaisonSheetIsRead() {
        RecordId came = came("Mme Petit", 25, Urgency.NORMAL);
        phone.open(new Destination.Liaison(HouseholdRows.REGISTER, came));
        phone.type("#liaison-text", "Un bébé au foyer");
        phone.back();
        phone.open(new Destination.Reception());
        phone.tap("#discreet");
        phone.open(new Destination.Liaison(HouseholdRows.REGISTER, came));
        assertThat(isSeen("#liaison-text")).isFalse();
        assertThat(isSeen("#liaison-to")).isFalse();
    }

    private boolean isSeen(String query) {
        for (Node node = phone.find(query); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theFiguresOfTheDayAreShownWhenTheDeskIsClosed() {
        opened();
        came("Mme Petit", 25, Urgency.NORMAL);
        phone.open(new Destination.Permanence(HouseholdRows.PERMANENCE));
        phone.tap("#desk-close");

        assertThat(register().days().get(0).value().isOpen()).isFalse();
        assertThat(phone.shows("1 personne est venue")).isTrue();
        assertThat(phone.shows("Encore là : 1")).isTrue();
        assertThat(phone.shows("Rouvrir")).isTrue();
    }

    @Test
    void aCollectiveActionIsBegunAndItsParticipantsAreCounted() {
        phone.open(new Destination.CollectiveActions());
        phone.tap("#collective-begin");
        phone.type("#collective-title", "Atelier budget");
        phone.tap("Enregistrer");
        assertThat(phone.shows("Choisissez un thème.")).isTrue();
        phone.tap("Budget");
        phone.tap("Enregistrer");
        CollectiveAction action = register().actions().get(0).value();
        assertThat(action.theme().service()).isEqualTo("MDS de Poitiers");

        phone.tap("#collective-count-" + register().actions().get(0).id());
        phone.type("#session-participants", "huit");
        phone.picture("collective-form");
        phone.tap("Enregistrer");
        assertThat(phone.shows("Écrivez un nombre, 1 000 au plus.")).isTrue();
        phone.type("#session-participants", "8");
        phone.type("#session-first-time", "3");
        phone.tap("Enregistrer");
        phone.picture("collective");

        assertThat(register().sessions().get(0).value().session().participants())
                .isEqualTo(8);
        assertThat(phone.shows("1 séance, 8 participations")).isTrue();
    }

    @Test
    void aSheetThatWasTakenAwaySaysWhy() {
        phone.open(new Destination.ReceptionSheet(HouseholdRows.REGISTER, NewRecord.id()));
        assertThat(phone.texts(".page")).contains("Elle a été retirée, ou son trimestre est passé.");
    }

    @Test
    void withoutARegisterOneIsToldWhy() {
        try (OpenDossierPhone without = OpenDossierPhone.usual()) {
            without.open(new Destination.Reception());
            assertThat(without.shows("Aucun lieu d’accueil sur ce téléphone")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"GERMAN, true, 200", "FRENCH, true, 100", "FRENCH, false, 200", "DUTCH, false, 100"})
    void itIsLegibleInOtherLanguagesDarkAndLarge(Language language, boolean dark, int percent) {
        phone.close();
        open(new OpenDossierPhone(
                new Appearance(dark ? Appearance.Mode.DARK : Appearance.Mode.LIGHT, percent), language));
        phone.camera.resize(360, 640);
        opened();
        came("Mme Petit", 25, Urgency.SOON);
        RecordId came = came("M. Roux", 5, Urgency.IMMEDIATE);
        String suffix = "-" + language + "-" + (dark ? "dark" : "light") + "-" + percent;
        phone.open(new Destination.Reception());
        look("reception" + suffix, 1000);
        phone.open(new Destination.Permanence(HouseholdRows.PERMANENCE));
        look("reception-queue" + suffix, 1400);
        phone.open(new Destination.ReceptionSheet(HouseholdRows.REGISTER, came));
        look("reception-sheet" + suffix, 640);
        phone.open(new Destination.Liaison(HouseholdRows.REGISTER, came));
        look("reception-liaison" + suffix, 640);
        phone.open(new Destination.CollectiveActions());
        phone.tap("#collective-begin");
        look("collective" + suffix, 1000);
    }

    private void look(String name, double height) {
        assertThat(phone.camera.cutTexts()).as(name).isEmpty();
        assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
        phone.longPicture(name, height);
    }
}
