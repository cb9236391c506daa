package org.tournee.mobile.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.segment.Exemption;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What was asked, mandates and exemptions, on a phone with no network. Rules: R-REQ, R-MAN, R-SEG-10, R-BIL, R-REC. */
class RequestsFlowTest {

    @Test
    void aRequestAMandateAndItsReviewAreWrittenDownWhereTheyComeUp() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.DossierPage(phone.dossier(3)));
            phone.tap("#section-requests");
            phone.tap("#demand-add");
            phone.tap("Enregistrer la demande");
            assertThat(phone.shows("Écrivez ce qui est demandé, en peu de mots."))
                    .isTrue();
            phone.type("#demand-text", "Un chauffage en panne");
            phone.tap("Enregistrer la demande");
            assertThat(phone.contents(3).requests()).hasSize(1);

            phone.tap("#mandate-add");
            phone.type("#mandate-authority", "Préfecture");
            phone.tap("Enregistrer la mesure");
            Mandate mandate = phone.contents(3).mandates().get(0).value();
            assertThat(mandate.term().end()).isNull();
            phone.tap("#review-" + phone.contents(3).mandates().get(0).id());
            phone.type("#mandate-conclusion", "Les enfants vont bien");
            phone.tap("Enregistrer la revue");

            assertThat(phone.contents(3).mandates().get(0).value().review().conclusion())
                    .isEqualTo("Les enfants vont bien");
            assertThat(phone.shows("Les enfants vont bien")).isTrue();
            phone.longPicture("requests", 1700);
        }
    }

    @Test
    void anExemptionIsAskedForAndExemptsFromNothingYet() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#exemption-add");
            phone.type("#exemption-last-day", "1/1/2020");
            phone.type("#exemption-why", "Opération");
            phone.tap("Demander");
            assertThat(phone.shows("Écrivez un jour à partir du premier.")).isTrue();
            LocalDate last = phone.phone.today().plusDays(20);
            phone.type("#exemption-last-day", last.getDayOfMonth() + "/" + last.getMonthValue() + "/" + last.getYear());
            phone.tap("Demander");

            Exemption asked = phone.contents(3).exemptions().get(0).value();
            assertThat(asked.isWaiting()).isTrue();
            assertThat(asked.granted()).isEmpty();
            assertThat(asked.asked().until()).isEqualTo(last.plusDays(1));
            assertThat(phone.shows("Attend la réponse de la responsable")).isTrue();
            phone.longPicture("exemption", 1700);
        }
    }

    @Test
    void whatIsHalfWrittenIsGoneOnWithAndAFullDiskLosesNothing() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#demand-add");
            phone.type("#demand-text", "Un chauffage en panne");
            phone.back();
            phone.open(new Destination.Drafts());
            phone.tap("Demande à enregistrer");
            phone.fillDisk();
            phone.tap("Enregistrer la demande");

            assertThat(phone.contents(3).requests()).isEmpty();
            assertThat(phone.find("#demand-text")).isNotNull();
        }
    }

    @Test
    void overTheShoulderMandatesAreNotSeen() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#mandate-add");
            phone.type("#mandate-authority", "Préfecture");
            phone.tap("Enregistrer la mesure");
            assertThat(phone.texts(".page-scroll")).contains("Préfecture");

            phone.tap("#discreet");

            assertThat(phone.texts(".page-scroll")).doesNotContain("Préfecture").contains("elles nomment des tiers");
        }
    }

    /** Nor what is being written of it: its draft stays. Rule: R-BIL. */
    @Test
    void overTheShoulderNobodyReadsWhyAnExemptionIsAskedForNorWhatOthersAskFor() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#exemption-add");
            LocalDate last = phone.phone.today().plusDays(20);
            phone.type("#exemption-last-day", last.getDayOfMonth() + "/" + last.getMonthValue() + "/" + last.getYear());
            phone.type("#exemption-why", "Cure de sevrage");
            phone.tap("Demander");
            assertThat(phone.texts(".page-scroll")).contains("Cure de sevrage");
            phone.tap("#exemption-add");
            phone.tap("#demand-add");
            phone.type("#demand-text", "La voisine s’inquiète");
            phone.tap("Un tiers, avec accord");
            phone.tap("#discreet");

            assertThat(phone.texts(".page-scroll")).doesNotContain("Cure de sevrage");
            assertThat(phone.shows("#exemption-why")).isFalse();
            assertThat(phone.shows("#demand-text")).isFalse();
            phone.tap("#discreet");
            assertThat(phone.texts(".page-scroll")).contains("Cure de sevrage");
            assertThat(((TextInputControl) phone.find("#demand-text")).getText())
                    .isEqualTo("La voisine s’inquiète");
        }
    }

    /** Not even that there is none: some run. Rule: R-BIL. */
    @Test
    void overTheShoulderTheDossierSaysNothingOfMandates() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.fixture.receive(List.of(stands(phone, NewRecord.id(), 5_000, 1, null)));
            phone.open(new Destination.DossierPage(phone.dossier(3)));
            assertThat(phone.texts(".page-scroll")).contains("1 mesure en cours");
            phone.tap("#discreet");
            assertThat(phone.texts(".page-scroll"))
                    .contains("Aucune demande")
                    .doesNotContain("mesure en cours")
                    .doesNotContain("mesures en cours");
        }
    }

    /** What a colleague concluded meanwhile is not written over unseen. Rule: R-REC. */
    @Test
    void aHalfWrittenReviewIsLaidOverWhatItWasBegunFrom() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            RecordId mandate = NewRecord.id();
            phone.fixture.receive(List.of(stands(phone, mandate, 5_000, 1, null)));
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("#review-" + mandate);
            phone.type("#mandate-conclusion", "Les enfants vont bien");
            phone.back();
            phone.fixture.receive(List.of(stands(
                    phone,
                    mandate,
                    5_001,
                    2,
                    new Mandate.Review(HouseholdRows.TODAY.minusDays(1), HouseholdRows.KARIM, "À revoir"))));
            phone.open(new Destination.Requests(phone.dossier(3)));
            phone.tap("Enregistrer la revue");

            Operation sent =
                    OperationBytes.read(phone.fixture.store().unsent().getLast().line());
            assertThat(sent.recordId()).isEqualTo(mandate);
            assertThat(sent.baseRev()).isEqualTo(1);
            assertThat(sent.groups()).containsOnlyKeys("review");
        }
    }

    private static FeedRow stands(
            OpenDossierPhone phone, RecordId id, long position, long rev, Mandate.@Nullable Review review) {
        Mandate mandate = new Mandate(
                new Mandate.Mission(Mandate.Kind.CHILD_AT_RISK_REPORT, "Parquet de Poitiers", null),
                new Mandate.Term(HouseholdRows.TODAY.minusDays(30), null),
                review);
        FeedRow row = HouseholdRows.row(
                BucketId.service(phone.dossier(3)), position, id, RecordKind.MANDATE, mandate, HouseholdRows.TODAY);
        return HouseholdRows.changedByKarim(row, rev);
    }

    @ParameterizedTest
    @CsvSource({
        "FRENCH,100,LIGHT",
        "FRENCH,100,DARK",
        "FRENCH,200,LIGHT",
        "GERMAN,200,LIGHT",
        "DUTCH,200,LIGHT",
        "ENGLISH,200,LIGHT"
    })
    void everyTextFits(Language language, int percent, Appearance.Mode mode) {
        try (OpenDossierPhone phone = new OpenDossierPhone(new Appearance(mode, percent), language)) {
            String name = "requests-" + language.code() + "-" + percent + "-" + mode;
            phone.open(new Destination.Requests(phone.dossier(3)));
            assertFits(phone, name);
            phone.tap("#demand-add");
            phone.tap("#mandate-add");
            phone.tap("#exemption-add");
            assertFits(phone, name + "-forms");
        }
    }

    private static void assertFits(OpenDossierPhone phone, String name) {
        phone.longPicture(name, 2400);
        assertThat(phone.camera.cutTexts()).as(name).isEmpty();
        assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
    }
}
