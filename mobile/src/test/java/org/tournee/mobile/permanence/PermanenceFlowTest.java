package org.tournee.mobile.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.DeskDay;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request.Urgency;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;

/** A permanence on the phone, without a network. Rules: R-PER, R-COL, R-CON, R-DUP. */
class PermanenceFlowTest extends DeskFlow {

    @Test
    void oneChoosesWhereOneReceivesTodayAndSaysUnderWhichConditions() {
        phone.open(new Destination.Reception());
        phone.picture("reception");
        assertThat(phone.shows("Les autres jours")).isTrue();
        phone.tap("Permanence de Gençay");
        phone.picture("reception-open");
        phone.tap("Pas toujours");
        phone.tap("Aucun");
        phone.tap("Nadine Petit");
        phone.tap("#desk-open");

        DeskDay day = register().days().get(0).value();
        assertThat(day.session().desk()).isEqualTo(ReceptionRows.PERMANENCE);
        assertThat(day.conditions())
                .isEqualTo(new DeskDay.Conditions(
                        DeskDay.Confidentiality.PARTIAL,
                        DeskDay.Connection.NONE,
                        DeskDay.Admission.WITHOUT_APPOINTMENT,
                        List.of(HouseholdRows.NADINE)));
        assertThat(phone.shows("Personne n’attend.")).isTrue();
    }

    /** Rule: R-PER, unconditional first reception. */
    @Test
    void whoeverArrivesIsInTheQueueAtOnceAndNeedsNoName() {
        opened();
        phone.open(new Destination.Permanence(ReceptionRows.PERMANENCE));
        phone.tap("#desk-arrive");
        assertThat(walkIns()).hasSize(1);
        phone.tap("#sheet-settled");

        assertThat(walkIns().get(0).visitor()).isEqualTo(WalkIn.Visitor.UNNAMED);
        assertThat(walkIns().get(0).course().state()).isEqualTo(WalkIn.State.SETTLED);
        phone.picture("reception-figures");
        assertThat(phone.shows("Réglées sur place : 1")).isTrue();
        Operation last = lastSaved();
        assertThat(last.dossierId()).isEqualTo(ReceptionRows.REGISTER);
        assertThat(last.kind()).isEqualTo("walk_in");
    }

    @Test
    void theUrgentComeFirstAndTheWaitIsMeasuredFromArrivalToReception() {
        opened();
        came("Mme Petit", 25, Urgency.NORMAL);
        came("M. Roux", 5, Urgency.IMMEDIATE);
        phone.open(new Destination.Permanence(ReceptionRows.PERMANENCE));
        phone.picture("reception-queue");
        phone.tap("#walk-in-next-1");

        WalkIn urgent = walkIns().stream()
                .filter(walkIn -> "M. Roux".equals(walkIn.visitor().name()))
                .findFirst()
                .orElseThrow();
        assertThat(urgent.course().state()).isEqualTo(WalkIn.State.RECEIVED);
        assertThat(urgent.waited(now())).isEqualTo(Duration.ofMinutes(5));
        phone.tap("#walk-in-left-2");
        assertThat(phone.shows("Notée comme repartie")).isTrue();
        phone.tap("Annuler");
        assertThat(register().queue(ReceptionRows.PERMANENCE, HouseholdRows.TODAY))
                .hasSize(2);
    }

    @Test
    void whoIsKnownIsFoundAsOneTypesAndTheirContactBeginsWithWhatTheDeskKnows() {
        opened();
        RecordId came = came("", 10, Urgency.NORMAL);
        String name = phone.contents(0).household().get(0).value().identity().fullName();
        phone.open(new Destination.ReceptionSheet(ReceptionRows.REGISTER, came));
        phone.type("#sheet-name", name.substring(0, 5));
        phone.picture("reception-known");
        phone.tap(name);
        phone.picture("reception-sheet");
        phone.tap("#sheet-contact");
        phone.tap("30");
        phone.type("#contact-narrative", "Venue pour sa facture d’eau.");
        phone.tap("#contact-save");

        WalkIn walkIn = walkIns().get(0);
        assertThat(walkIn.visitor().dossier()).isEqualTo(phone.dossier(0));
        var contacts = phone.contents(0).contacts();
        var meeting = contacts.get(contacts.size() - 1).value().meeting();
        assertThat(meeting.place()).isEqualTo(Place.PERMANENCE);
        assertThat(meeting.planning()).isEqualTo(Planning.SPONTANEOUS);
    }

    @Test
    void overTheShoulderNoNameAndNoNeedIsRead() {
        opened();
        came("Mme Petit", 25, Urgency.NORMAL);
        phone.open(new Destination.Permanence(ReceptionRows.PERMANENCE));
        phone.tap("#discreet");
        phone.picture("reception-discreet");

        assertThat(phone.shows("Mme Petit")).isFalse();
        assertThat(phone.texts(".page")).doesNotContain("Logement");
    }

    /** Rule: R-BIL. */
    @Test
    void overTheShoulderASheetShowsNeitherNameNorNeedAndKeepsWhatIsTyped() {
        opened();
        RecordId came = came("Mme Petit", 25, Urgency.NORMAL);
        came("Mme Petit-Roux", 20, Urgency.NORMAL);
        phone.open(new Destination.Permanence(ReceptionRows.PERMANENCE));
        phone.tap("#discreet");
        phone.open(new Destination.ReceptionSheet(ReceptionRows.REGISTER, came));
        phone.picture("reception-sheet-discreet");
        assertThat(isSeen("#sheet-name")).isFalse();
        assertThat(isSeen("#sheet-note")).isFalse();
        assertThat(phone.texts(".page")).doesNotContain("Mme Petit-Roux");

        phone.tap("#discreet");
        assertThat(isSeen("#sheet-name")).isTrue();
        assertThat(phone.texts(".page")).contains("Mme Petit-Roux");
        phone.type("#sheet-note", "Demande un logement");
        phone.tap("#discreet");
        assertThat(isSeen("#sheet-note")).isFalse();
        phone.tap("#sheet-settled");
        assertThat(walkIns())
                .filteredOn(walkIn -> walkIn.course().state() == WalkIn.State.SETTLED)
                .extracting(walkIn -> walkIn.need().note())
                .containsExactly("Demande un logement");
    }

    @Test
    void theFiguresOfTheDayAreShownWhenTheDeskIsClosed() {
        opened();
        came("Mme Petit", 25, Urgency.NORMAL);
        phone.open(new Destination.Permanence(ReceptionRows.PERMANENCE));
        phone.tap("#desk-close");

        assertThat(register().days().get(0).value().isOpen()).isFalse();
        assertThat(phone.shows("1 personne est venue")).isTrue();
        assertThat(phone.shows("Encore là : 1")).isTrue();
        assertThat(phone.shows("Rouvrir")).isTrue();
    }

    @Test
    void aCollectiveActionIsBegunAndItsParticipantsAreCounted() {
        phone.open(new Destination.CollectiveActions());
        phone.tap("#collective-begin");
        phone.type("#collective-title", "Atelier budget");
        phone.tap("Enregistrer");
        assertThat(phone.shows("Choisissez un thème.")).isTrue();
        phone.tap("Budget");
        phone.tap("Enregistrer");
        CollectiveAction action = register().actions().get(0).value();
        assertThat(action.theme().service()).isEqualTo("MDS de Poitiers");

        phone.tap("#collective-count-" + register().actions().get(0).id());
        phone.type("#session-participants", "huit");
        phone.picture("collective-form");
        phone.tap("Enregistrer");
        assertThat(phone.shows("Écrivez un nombre, 1 000 au plus.")).isTrue();
        phone.type("#session-participants", "8");
        phone.type("#session-first-time", "3");
        phone.tap("Enregistrer");
        phone.picture("collective");

        assertThat(register().sessions().get(0).value().session().participants())
                .isEqualTo(8);
        assertThat(phone.shows("1 séance, 8 participations")).isTrue();
    }

    @Test
    void withoutARegisterOneIsToldWhy() {
        try (OpenDossierPhone without = OpenDossierPhone.usual()) {
            without.open(new Destination.Reception());
            assertThat(without.shows("Aucun lieu d’accueil sur ce téléphone")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"GERMAN, true, 200", "FRENCH, true, 100", "FRENCH, false, 200", "DUTCH, false, 100"})
    void itIsLegibleInOtherLanguagesDarkAndLarge(Language language, boolean dark, int percent) {
        phone.close();
        open(new OpenDossierPhone(
                new Appearance(dark ? Appearance.Mode.DARK : Appearance.Mode.LIGHT, percent), language));
        phone.camera.resize(360, 640);
        opened();
        came("Mme Petit", 25, Urgency.SOON);
        RecordId came = came("M. Roux", 5, Urgency.IMMEDIATE);
        String suffix = "-" + language + "-" + (dark ? "dark" : "light") + "-" + percent;
        phone.open(new Destination.Reception());
        look("reception" + suffix, 1000);
        phone.open(new Destination.Permanence(ReceptionRows.PERMANENCE));
        look("reception-queue" + suffix, 1400);
        phone.open(new Destination.ReceptionSheet(ReceptionRows.REGISTER, came));
        look("reception-sheet" + suffix, 640);
        phone.open(new Destination.Liaison(ReceptionRows.REGISTER, came));
        look("reception-liaison" + suffix, 640);
        phone.open(new Destination.CollectiveActions());
        phone.tap("#collective-begin");
        look("collective" + suffix, 1000);
    }

    private void look(String name, double height) {
        assertThat(phone.camera.cutTexts()).as(name).isEmpty();
        assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
        phone.longPicture(name, height);
    }
}
