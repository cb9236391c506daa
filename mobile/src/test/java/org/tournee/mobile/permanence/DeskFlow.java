package org.tournee.mobile.permanence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tournee.contact.Topic;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.reception.RegisterContents;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request.Urgency;
import org.tournee.sync.Audience;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The phone of somebody who receives at a desk, without a network, and what is said of its register. */
abstract class DeskFlow {

    OpenDossierPhone phone;

    @BeforeEach
    void open() {
        open(OpenDossierPhone.usual());
    }

    void open(OpenDossierPhone opened) {
        phone = opened;
        phone.fixture.receive(ReceptionRows.reception());
    }

    @AfterEach
    void close() {
        phone.close();
    }

    RegisterContents register() {
        return phone.fixture.store().registers().get(0);
    }

    List<WalkIn> walkIns() {
        return register().walkIns().stream().map(Entry::value).toList();
    }

    Instant now() {
        return phone.phone.clock().instant();
    }

    RecordId save(RecordKind kind, Object value) {
        RecordId id = NewRecord.id();
        phone.fixture.store().save(Edit.of(ReceptionRows.REGISTER, new Edit.Create(kind, id, Audience.SERVICE, value)));
        return id;
    }

    RecordId came(String name, int minutesAgo, Urgency urgency) {
        return save(
                RecordKind.WALK_IN,
                WalkIn.arrived(
                                ReceptionRows.PERMANENCE,
                                HouseholdRows.TODAY,
                                now().minus(Duration.ofMinutes(minutesAgo)))
                        .with(new WalkIn.Visitor(name, null, null))
                        .with(new WalkIn.Need(Topic.HOUSING, urgency, "")));
    }

    void opened() {
        save(RecordKind.DESK_DAY, ReceptionRows.open());
    }

    /** The sheet of somebody who came to the open desk, in view. */
    RecordId sheetOf(String name, int minutesAgo, Urgency urgency) {
        opened();
        RecordId came = came(name, minutesAgo, urgency);
        phone.open(new Destination.ReceptionSheet(ReceptionRows.REGISTER, came));
        return came;
    }

    Operation lastSaved() {
        return OperationBytes.read(phone.fixture.store().unsent().getLast().line());
    }

    boolean isSeen(String query) {
        for (Node node = phone.find(query); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
