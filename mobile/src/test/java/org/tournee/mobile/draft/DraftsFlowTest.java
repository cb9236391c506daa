package org.tournee.mobile.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.HouseholdRows;

/** Leaving a form half written, with the thumb. Rule: R-OFF. */
class DraftsFlowTest {

    private final OpenDossierPhone phone = OpenDossierPhone.usual();

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void whatWasLeftIsListedTodayAndATapGoesOnWithIt() {
        phone.open(new Destination.Bilan(phone.dossier(0)));
        phone.tap("#balance-HOUSING-WEIGHS");
        phone.type("#bilan-item-text", "Loyer de février impayé");
        assertThat(phone.shows("Brouillon enregistré")).isTrue();
        phone.picture("draft-item");

        phone.open(new Destination.Today());
        phone.picture("drafts-today");
        phone.tap("Élément de situation à ajouter");

        assertThat(phone.here()).contains(new Destination.Bilan(phone.dossier(0)));
        assertThat(phone.shows("Loyer de février impayé")).isTrue();
        phone.tap("Ajouter");
        assertThat(phone.shows("Élément ajouté")).isTrue();
        phone.picture("item-added");
        phone.tap("Annuler");
        assertThat(phone.contents(0).bilanItems()).hasSize(4);
    }

    /** Rules: R-OFF, R-DIR. */
    @Test
    void aHalfWrittenCorrectionOfAPartnerIsGoneOnWithThoughNoRecordOfTheDossierIsThatPartner() {
        phone.fixture.receive(
                List.of(HouseholdRows.partner(2, "Épicerie sociale du Clain", Topic.DAILY_LIFE, "Colis", "Civray")));
        Destination form = new Destination.DirectoryNoteForm(phone.dossier(1), HouseholdRows.partnerId(2));
        phone.open(form);
        phone.type("#directory-text", "Fermée le jeudi");
        phone.open(new Destination.Drafts());
        phone.tap(phone.phone.messages().of(DraftName.Form.DIRECTORY_NOTE));

        assertThat(phone.here()).contains(form);
        assertThat(phone.shows("Fermée le jeudi")).isTrue();
    }

    @Test
    void aDraftThatIsThrownAwayComesBackForAMoment() {
        phone.open(new Destination.Bilan(phone.dossier(0)));
        phone.tap("Un objectif");
        phone.type("#goal-text", "Garder le logement");
        phone.open(new Destination.Drafts());
        phone.picture("drafts");

        phone.tap("Jeter");
        assertThat(phone.shows("Aucun brouillon")).isTrue();
        phone.picture("drafts-discarded");
        phone.tap("Annuler");

        assertThat(phone.shows("Objectif à ajouter")).isTrue();
    }
}
