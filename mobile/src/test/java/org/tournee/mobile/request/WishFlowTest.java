package org.tournee.mobile.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.dossier.ReferentWish;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.sync.OperationBytes;

/** Whom the person would like as a referent, written down with no network. Rules: R-REF, R-OFF. */
class WishFlowTest {

    @Test
    void aWishIsWrittenDownAsThePersonsOwnWordAndStandsInBrief() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#wish-write");
            phone.type("#wish-who", "Karim");
            phone.tap("Enregistrer le souhait");
            assertThat(phone.shows("Choisissez quelqu’un dans la liste, ou écrivez plus bas ce qui compte."))
                    .isTrue();
            phone.tap(phone.phone
                    .store()
                    .worker(HouseholdRows.KARIM)
                    .orElseThrow()
                    .profile()
                    .name());
            phone.type("#wish-words", "Parle dari, si possible");
            phone.longPicture("wish", 1700);
            phone.tap("Enregistrer le souhait");

            ReferentWish wish = phone.contents(3).dossier().value().wish();
            assertThat(wish.named()).contains(HouseholdRows.KARIM);
            assertThat(wish.words()).isEqualTo("Parle dari, si possible");
            assertThat(wish.saidOn()).isEqualTo(phone.phone.today());
            assertThat(wish.saidBy()).isNull();
            assertThat(OperationBytes.read(
                                    phone.fixture.store().unsent().getLast().line())
                            .groups())
                    .containsOnlyKeys("wish");
            phone.open(new Destination.Brief(phone.dossier(3)));
            assertThat(phone.texts("#brief-others"))
                    .contains("Souhait de la personne")
                    .contains("Parle dari");
        }
    }

    @Test
    void whatIsHalfWrittenIsGoneOnWithAndAnEmptyWishTakesItBack() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#wish-write");
            phone.type("#wish-words", "Une femme");
            phone.back();
            phone.open(new Destination.Drafts());
            phone.tap("Souhait pour le référent à enregistrer");
            phone.tap("Enregistrer le souhait");
            assertThat(phone.contents(3).dossier().value().wish().words()).isEqualTo("Une femme");

            phone.tap("#wish-write");
            phone.type("#wish-words", "");
            phone.tap("Enregistrer le souhait");

            assertThat(phone.contents(3).dossier().value().wish()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"FRENCH,100,DARK", "FRENCH,200,LIGHT", "GERMAN,200,LIGHT", "DUTCH,200,LIGHT", "ENGLISH,200,LIGHT"})
    void everyTextFits(Language language, int percent, Appearance.Mode mode) {
        try (OpenDossierPhone phone = new OpenDossierPhone(new Appearance(mode, percent), language)) {
            String name = "wish-" + language.code() + "-" + percent + "-" + mode;
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#wish-write");
            phone.longPicture(name, 2400);
            assertThat(phone.camera.cutTexts()).as(name).isEmpty();
            assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
        }
    }
}
