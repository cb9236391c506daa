package org.tournee.mobile.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Topic;
import org.tournee.directory.DirectoryNote;
import org.tournee.directory.Listed;
import org.tournee.directory.Partner;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordKind;

/** The directory in the pocket, without a network. Rules: R-DIR, R-REL, R-OFF. */
class DirectoryFlowTest {

    private OpenDossierPhone phone;

    @BeforeEach
    void open() {
        open(new OpenDossierPhone(Appearance.USUAL));
    }

    private void open(OpenDossierPhone opened) {
        phone = opened;
        phone.fixture.receive(List.of(
                HouseholdRows.partner(
                        1, "Point santé Précarité", Topic.HEALTH, "Soins infirmiers sans avance de frais", "Poitiers"),
                HouseholdRows.partner(2, "Épicerie sociale du Clain", Topic.DAILY_LIFE, "Colis et atelier", "Civray"),
                HouseholdRows.partner(
                        3, "Agence du logement de la Vienne", Topic.HOUSING, "Accès et maintien", "Poitiers")));
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @ParameterizedTest
    @CsvSource({
        "epicerie, Épicerie sociale du Clain",
        "clian, Épicerie sociale du Clain",
        "santé poitiers, Point santé Précarité",
        "lojement, Agence du logement de la Vienne",
        "infirmers, Point santé Précarité",
    })
    void accentsAndErrorsOfTypingAreForgiven(String query, String name) {
        DirectoryViewModel model = new DirectoryViewModel(TestPhone.over(phone.fixture));
        model.queryProperty().set(query);

        assertThat(model.found().get()).extracting(Listed::name).containsExactly(name);
    }

    @Test
    void whatTheyHelpWithNarrowsTheListAndNothingTypedShowsAll() {
        DirectoryViewModel model = new DirectoryViewModel(TestPhone.over(phone.fixture));
        assertThat(model.found().get()).hasSize(3);
        assertThat(model.topics()).containsExactly(Topic.HOUSING, Topic.HEALTH, Topic.DAILY_LIFE);

        model.topicProperty().set(Optional.of(Topic.HEALTH));
        assertThat(model.found().get()).extracting(Listed::name).containsExactly("Point santé Précarité");
    }

    @Test
    void aTapCallsAndAnotherWritesByTheDevicesOwnApps() {
        phone.open(new Destination.Directory());
        phone.picture("directory");
        phone.tap("Point santé Précarité");
        phone.picture("directory-partner");
        phone.tap("Appeler le 05 49 00 01 01");
        phone.tap("Écrire à accueil1@exemple.fr");

        assertThat(phone.called)
                .containsExactly(URI.create("tel:0549000101"), URI.create("mailto:accueil1@exemple.fr"));
    }

    @Test
    void whereNothingCanBeDialledItIsCopiedInsteadOfADeadTap() {
        Partner listed = new Partner(
                new Partner.Identity("Mission locale"),
                new Partner.Offer(List.of(Topic.HOUSING), "Accueil", "", ""),
                new Partner.Place("", "86400", "Civray", ""),
                new Partner.Reach(null, "standard", "a@exemple.fr, b@exemple.fr"),
                new Partner.Standing(HouseholdRows.TODAY, true));
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.REFERENCE, 40, HouseholdRows.partnerId(4), RecordKind.PARTNER, listed, HouseholdRows.TODAY)));
        phone.open(new Destination.PartnerPage(HouseholdRows.partnerId(4)));
        phone.tap("Appeler le standard");
        assertThat(phone.shows("Copié : standard")).isTrue();
        phone.tap("Écrire à a@exemple.fr, b@exemple.fr");
        assertThat(phone.called).containsExactly(URI.create("mailto:a@exemple.fr,b@exemple.fr"));
    }

    @Test
    void aCorrectionIsKeptAsADraftAndTravelsInTheDossierForWhichItWasNoticed() {
        phone.open(new Destination.DirectoryNoteForm(phone.dossier(1), HouseholdRows.partnerId(2)));
        phone.type("#directory-text", "Fermée le jeudi");
        assertThat(phone.shows("Brouillon enregistré")).isTrue();
        phone.back();
        phone.open(new Destination.DirectoryNoteForm(phone.dossier(1), HouseholdRows.partnerId(2)));
        phone.picture("directory-correction");
        phone.tap("Envoyer à la gestion");

        Operation sent = lastSaved();
        assertThat(sent.dossierId()).isEqualTo(phone.dossier(1));
        assertThat(note(sent).note())
                .isEqualTo(DirectoryNote.Note.correction(
                        HouseholdRows.partnerId(2), "Fermée le jeudi", phone.phone.today()));
        assertThat(phone.phone.store().drafts()).isEmpty();
    }

    @Test
    void aNeedSaysWhatItIsAboutAndLeadsBackToWhereOneCameFrom() {
        phone.open(new Destination.Directory());
        phone.open(new Destination.DirectoryNoteFor(null));
        phone.type("#dossier-search", "Guérin");
        phone.tap("Ménage Guérin");
        phone.type("#directory-text", "Un dentiste près de Civray");
        phone.tap("Envoyer à la gestion");
        assertThat(phone.shows("Choisissez de quoi il s’agit.")).isTrue();
        phone.picture("directory-need");
        phone.tap("Santé");
        phone.tap("Envoyer à la gestion");

        assertThat(note(lastSaved()).note())
                .isEqualTo(DirectoryNote.Note.need(Topic.HEALTH, "Un dentiste près de Civray", phone.phone.today()));
        assertThat(phone.here()).contains(new Destination.Directory());
    }

    @Test
    void aReferralTakesItsPartnerFromTheDirectoryAndFreeTextStays() {
        phone.open(new Destination.Referrals(phone.dossier(0)));
        phone.tap("#referral-add");
        phone.type("#referral-partner", "agense");
        phone.picture("referral-suggestion");
        phone.tap("Agence du logement de la Vienne");
        assertThat(phone.shows("Colis et atelier")).isFalse();
        phone.tap("Rien n’est transmis");
        phone.tap("Garder le relais");
        assertThat(phone.contents(0).referrals().get(0).value().orientation().partner())
                .isEqualTo("Agence du logement de la Vienne");
    }

    @ParameterizedTest
    @CsvSource({"FRENCH,200,360", "GERMAN,200,360", "DUTCH,200,360", "ENGLISH,200,360"})
    void everyTextOfTheDirectoryFits(Language language, int percent, int width) {
        phone.close();
        open(new OpenDossierPhone(new Appearance(Appearance.Mode.DARK, percent), language));
        phone.camera.resize(width, 640);
        for (Destination screen : List.of(
                new Destination.Directory(),
                new Destination.PartnerPage(HouseholdRows.partnerId(1)),
                new Destination.DirectoryNoteForm(phone.dossier(1), null),
                new Destination.DirectoryNoteForm(phone.dossier(1), HouseholdRows.partnerId(1)))) {
            phone.open(screen);
            assertThat(phone.camera.cutTexts()).as("%s", screen).isEmpty();
            assertThat(phone.camera.wantingTargets()).as("%s", screen).isEmpty();
        }
        phone.open(new Destination.PartnerPage(HouseholdRows.partnerId(1)));
        phone.longPicture("directory-" + language.code() + "-" + percent, 1600);
    }

    private Operation lastSaved() {
        return phone.fixture.store().unsent().stream()
                .map(unsent -> OperationBytes.read(unsent.line()))
                .filter(operation -> operation.kind().equals(RecordKind.DIRECTORY_NOTE.code()))
                .findFirst()
                .orElseThrow();
    }

    private static DirectoryNote note(Operation operation) {
        Groups groups = Groups.NONE;
        for (var change : operation.groups().entrySet()) {
            groups = groups.with(change.getKey(), change.getValue().value());
        }
        return groups.as(DirectoryNote.class);
    }
}
