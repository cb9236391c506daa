package org.tournee.mobile.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.reception.WalkIn;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** A returned change with the thumb: its reason, its value, and what one does. Rule: R-REC. */
class ReturnedFlowTest {

    private final OpenDossierPhone phone = OpenDossierPhone.usual();

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void oneSeesTheReasonAndTheValueAndPutsItAway() {
        phone.open(new Destination.ReturnedChanges());
        assertThat(phone.shows("Bail résilié")).isTrue();
        phone.picture("returned-value");

        phone.tap("#returned-away");
        assertThat(phone.shows("Aucun changement revenu")).isTrue();
        phone.picture("returned-away");

        phone.tap("Annuler");
        assertThat(phone.shows("Bail résilié")).isTrue();
    }

    /** Rules: R-REC, R-PER. */
    @Test
    void whatCameBackOfADeskSaysSoAndLeadsThere() {
        phone.fixture.receive(ReceptionRows.reception());
        WalkIn came = WalkIn.arrived(
                ReceptionRows.PERMANENCE,
                HouseholdRows.TODAY,
                phone.phone.clock().instant());
        Map<String, String> groups = new LinkedHashMap<>();
        Groups.of(came).changesSince(Groups.NONE).forEach((name, change) -> groups.put(name, Wire.json(change)));
        ReturnedChange returned = new ReturnedChange(
                new ReturnedChange.Origin(
                        new StreamId(new UUID(0x0190_2000_0000_7000L, 1)),
                        4,
                        RecordKind.WALK_IN.code(),
                        NewRecord.id(),
                        ReceptionRows.REGISTER,
                        phone.phone.clock().instant(),
                        Action.CREATE,
                        Audience.SERVICE,
                        new Groups(groups).json()),
                new ReturnedChange.Refusal(ReturnReason.NOT_ALLOWED, "of the test"));
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.worker(HouseholdRows.CLAIRE),
                2,
                NewRecord.id(),
                RecordKind.RETURNED_CHANGE,
                returned,
                HouseholdRows.TODAY)));
        phone.open(new Destination.ReturnedChanges());
        phone.picture("returned-desk");
        assertThat(phone.texts(".page")).contains("Accueil, ");
        assertThat(phone.shows("#returned-offer")).isTrue();
        phone.tap("Accueil");
        assertThat(phone.here()).contains(new Destination.Reception());
    }
}
