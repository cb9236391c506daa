package org.tournee.mobile.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request.Urgency;
import org.tournee.sync.BucketId;
import org.tournee.sync.Conflict;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** A reception sheet that was half written, written by two, or cannot be kept. Rules: R-OFF, R-REC. */
class SheetKeepingFlowTest extends DeskFlow {

    @Test
    void aHalfWrittenSheetIsKeptAndGoneOnWithFromTheDrafts() {
        sheetOf("", 3, Urgency.NORMAL);
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
                BucketId.service(ReceptionRows.REGISTER),
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
        phone.open(new Destination.ReceptionSheet(ReceptionRows.REGISTER, came));
        phone.type("#sheet-note", "Demande un logement");
        phone.back();
        phone.fixture.receive(List.of(stands(came, 11, 2, "Facture d’eau")));
        phone.open(new Destination.ReceptionSheet(ReceptionRows.REGISTER, came));
        phone.tap("#sheet-settled");

        List<Operation> sent = phone.fixture.store().unsent().stream()
                .map(unsent -> OperationBytes.read(unsent.line()))
                .filter(operation -> operation.recordId().equals(came))
                .toList();
        assertThat(sent).extracting(Operation::baseRev).containsExactly(1L, 2L);
        assertThat(sent.get(0).groups()).containsOnlyKeys("need");
        assertThat(sent.get(1).groups()).containsOnlyKeys("course");
    }

    private FeedRow stands(RecordId id, long position, long rev, String note) {
        FeedRow row = HouseholdRows.row(
                BucketId.service(ReceptionRows.REGISTER),
                position,
                id,
                RecordKind.WALK_IN,
                WalkIn.arrived(ReceptionRows.PERMANENCE, HouseholdRows.TODAY, now())
                        .with(new WalkIn.Need(Topic.HOUSING, Urgency.NORMAL, note)),
                HouseholdRows.TODAY);
        return HouseholdRows.changedByKarim(row, rev);
    }

    @Test
    void aFullDiskIsSaidAndNothingTypedIsLost() {
        sheetOf("", 3, Urgency.NORMAL);
        phone.type("#sheet-note", "Demande un logement");
        phone.fillDisk();
        phone.tap("#sheet-settled");

        assertThat(phone.texts(".page")).contains("La mémoire du téléphone est pleine");
        assertThat(walkIns().get(0).course().state()).isEqualTo(WalkIn.State.WAITING);
    }

    @Test
    void aSheetThatWasTakenAwaySaysWhy() {
        phone.open(new Destination.ReceptionSheet(ReceptionRows.REGISTER, NewRecord.id()));
        assertThat(phone.texts(".page")).contains("Elle a été retirée, ou son trimestre est passé.");
    }
}
