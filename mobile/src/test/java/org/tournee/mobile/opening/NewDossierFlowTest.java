package org.tournee.mobile.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierStatus;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.organisation.Role;
import org.tournee.request.Request;

/** A dossier is opened where one meets a household, with no network. Rules: R-REQ, R-OFF, R-DUP. */
class NewDossierFlowTest {

    @Test
    void somebodyMetForTheFirstTimeHasADossierAtOnceAndAContactInIt() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.RecordFor());
            phone.tap("#new-dossier");
            phone.tap("#opening-save");
            assertThat(phone.shows("Écrivez le prénom et le nom.")).isTrue();
            phone.type("#opening-given-name", "Aminata");
            phone.type("#opening-family-name", "Keita");
            phone.type("#opening-birth-date", "3/11/1985");
            phone.tap("Logement");
            phone.type("#opening-text", "Dort dans sa voiture");
            phone.tap("Urgent");
            phone.longPicture("new-dossier", 1700);
            phone.tap("#opening-save");

            DossierContents opened = opened(phone);
            assertThat(phone.here()).contains(new Destination.DossierPage(opened.id()));
            assertThat(phone.shows("Dossier ouvert sur ce téléphone. Le service le reçoit dès qu’il y a du réseau."))
                    .isTrue();
            phone.picture("new-dossier-opened");
            assertThat(opened.dossier().value().status().status()).isEqualTo(DossierStatus.OPEN);
            assertThat(opened.persons())
                    .singleElement()
                    .satisfies(person ->
                            assertThat(person.value().identity().birthDate()).isEqualTo(LocalDate.of(1985, 11, 3)));
            Request.Demand demand = opened.requests().get(0).value().demand();
            assertThat(demand.subject()).isEqualTo(Topic.HOUSING);
            assertThat(demand.urgency()).isEqualTo(Request.Urgency.IMMEDIATE);
            assertThat(phone.phone.store().drafts()).isEmpty();

            phone.open(new Destination.ContactForm(opened.id(), null));
            phone.tap("30");
            phone.tap("#contact-save");
            assertThat(phone.phone.store().dossier(opened.id()).orElseThrow().contacts())
                    .hasSize(1);
            phone.open(new Destination.Dossiers());
            assertThat(phone.shows("Keita")).isTrue();
        }
    }

    @Test
    void whoeverIsKnownIsShownBeforeTheyAreRecordedTwice() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.NewDossier());
            phone.type("#opening-given-name", "Sophie");
            phone.type("#opening-family-name", "Moreau");
            phone.tap("#opening-alike-" + phone.dossier(0));

            assertThat(phone.here()).contains(new Destination.DossierPage(phone.dossier(0)));
            phone.back();
            assertThat(phone.shows("Brouillon enregistré")).isTrue();
            assertThat(phone.phone.store().dossiers()).hasSize(12);
        }
    }

    @Test
    void whatIsHalfWrittenIsGoneOnWithAndCanBeBegunAgain() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.NewDossier());
            phone.type("#opening-given-name", "Aminata");
            phone.back();
            phone.open(new Destination.Drafts());
            phone.tap("Nouveau dossier à ouvrir");
            phone.type("#opening-family-name", "Keita");
            phone.fillDisk();
            phone.tap("#opening-save");
            assertThat(phone.phone.store().dossiers()).hasSize(12);
            assertThat(phone.shows("#opening-save")).isTrue();

            phone.tap("Recommencer à vide");
            assertThat(phone.texts("#opening-given-name")).isEmpty();
        }
    }

    @Test
    void whoMayNotOpenOneIsToldWhoDoes() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.fixture.receive(List.of(HouseholdRows.ownWorker(Role.ADMINISTRATOR)));
            phone.open(new Destination.NewDossier());

            assertThat(phone.shows("Ce téléphone n’ouvre pas de dossier")).isTrue();
            assertThat(phone.shows("#opening-save")).isFalse();
        }
    }

    private static DossierContents opened(OpenDossierPhone phone) {
        return phone.phone.store().dossiers().stream()
                .filter(dossier -> dossier.dossier().value().household().name().equals("Keita"))
                .findFirst()
                .orElseThrow();
    }
}
