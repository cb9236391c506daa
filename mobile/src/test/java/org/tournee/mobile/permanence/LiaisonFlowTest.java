package org.tournee.mobile.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request.Urgency;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What a desk passes on, and who takes it over. Rules: R-PER, R-REL. */
class LiaisonFlowTest extends DeskFlow {

    @Test
    void whatTheDeskDoesNotSettleGoesToAColleagueAndTheVisitorIsPassedOn() {
        sheetOf("M. Roux", 12, Urgency.IMMEDIATE);
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
        phone.open(new Destination.Liaison(ReceptionRows.REGISTER, came));
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
                BucketId.service(ReceptionRows.REGISTER),
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

    /** Rule: R-BIL. */
    @Test
    void overTheShoulderNothingOfALiaisonSheetIsRead() {
        RecordId came = came("Mme Petit", 25, Urgency.NORMAL);
        phone.open(new Destination.Liaison(ReceptionRows.REGISTER, came));
        phone.type("#liaison-text", "Un bébé au foyer");
        phone.back();
        phone.open(new Destination.Reception());
        phone.tap("#discreet");
        phone.open(new Destination.Liaison(ReceptionRows.REGISTER, came));
        assertThat(isSeen("#liaison-text")).isFalse();
        assertThat(isSeen("#liaison-to")).isFalse();
    }
}
