package org.tournee.mobile.document;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.document.Document;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.DocumentEdits;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.sync.RecordId;

/** What is said of a document is corrected on its page. Rules: R-DOC, R-OFF. */
class DescriptionFlowTest {

    private OpenDossierPhone phone;
    private RecordId document;
    private Document before;

    @BeforeEach
    void aDocumentOnItsPage() {
        phone = OpenDossierPhone.usual();
        document = DocumentEdits.taken(
                phone.fixture, 1, DocumentEdits.photo(400), "devis", HouseholdRows.TODAY.plusMonths(1));
        before = now();
        open();
    }

    @AfterEach
    void end() {
        phone.close();
    }

    @Test
    void whatWasTypedWrongIsCorrectedAndTheBytesStayWhatTheyAre() {
        phone.tap("#document-correct");
        phone.type("#description-kind", "titre de séjour");
        phone.type("#description-title", "renouvellement");
        phone.type("#description-expiry", "");
        phone.tap("Enregistrer la correction");

        Document.Description said = now().description();
        assertThat(said.kind()).isEqualTo("titre de séjour");
        assertThat(said.title()).isEqualTo("renouvellement");
        assertThat(said.expiresOn()).isNull();
        assertThat(now().content()).isEqualTo(before.content());
        assertThat(now().ground()).isEqualTo(before.ground());
        assertThat(phone.shows("titre de séjour")).isTrue();
        assertThat(phone.fixture.store().drafts()).isEmpty();
    }

    @Test
    void aCorrectionIsTakenBackForAMoment() {
        phone.tap("#document-correct");
        phone.type("#description-kind", "titre de séjour");
        phone.tap("Enregistrer la correction");
        phone.tap(phone.phone.messages().get("undo"));

        assertThat(now()).isEqualTo(before);
    }

    @Test
    void aFormThatIsLeftIsFoundAgainAmongTheDraftsAndOnThePage() {
        phone.tap("#document-correct");
        phone.type("#description-title", "renouvellement");
        phone.open(new Destination.Drafts());
        assertThat(phone.shows("Correction d’un document à enregistrer")).isTrue();

        open();

        assertThat(((TextInputControl) phone.find("#description-title")).getText())
                .isEqualTo("renouvellement");
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void whatIsMissingOrWrongIsSaidAndNothingIsSaved() {
        phone.tap("#document-correct");
        phone.type("#description-kind", " ");
        phone.type("#description-expiry", "bientôt");
        phone.tap("Enregistrer la correction");

        assertThat(phone.shows("Dites de quelle pièce il s’agit.")).isTrue();
        assertThat(phone.shows("Écrivez la date comme 31/12/2026, ou laissez vide."))
                .isTrue();
        assertThat(now()).isEqualTo(before);
    }

    private void open() {
        phone.open(new Destination.DocumentPage(phone.dossier(0), document));
    }

    private Document now() {
        return phone.contents(0).documents().get(0).value();
    }
}
