package org.tournee.mobile.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.directory.DirectoryNote;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.reception.WalkIn;
import org.tournee.sync.Groups;

/** What a person reads of the two sides of a conflict. Rule: R-REC. */
class GroupTextTest {

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private final GroupText text = new GroupText(TestPhone.over(fixture));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void fieldsHaveTheirNamesAndConstantsTheirWords() {
        List<GroupText.Line> lines =
                text.lines("{\"dimension\":\"HOUSING\",\"text\":\"Loyer élevé\",\"concerns_third_party\":false}");

        assertThat(lines).extracting(GroupText.Line::name).containsExactly("Dimension", "Texte", "Concerne un tiers");
        assertThat(lines).extracting(GroupText.Line::value).containsExactly("Logement", "Loyer élevé", "non");
        assertThat(lines).extracting(GroupText.Line::free).containsExactly(false, true, false);
    }

    @Test
    void aWholeRecordShowsTheFieldsOfItsGroupsAndOffersNoneToWrite() {
        assertThat(text.lines("{\"aim\":{\"text\":\"Un budget\"},\"progress\":{\"state\":\"OPEN\"}}"))
                .extracting(GroupText.Line::field, GroupText.Line::value, GroupText.Line::free)
                .containsExactly(tuple("aim.text", "Un budget", false), tuple("progress.state", "En cours", false));
    }

    /** Rules: R-REC, R-DIR. */
    @Test
    void aRemarkOnTheDirectoryNamesItsPartnerAndSaysWhatItIsFor() {
        fixture.receive(List.of(HouseholdRows.partner(1, "Point santé Précarité", Topic.HEALTH, "Soins", "Poitiers")));
        DirectoryNote.Note correction =
                DirectoryNote.Note.correction(HouseholdRows.partnerId(1), "Fermée le jeudi", HouseholdRows.TODAY);
        DirectoryNote.Note need = DirectoryNote.Note.need(Topic.HEALTH, "Un dentiste", HouseholdRows.TODAY);

        assertThat(text.lines(note(correction)))
                .extracting(GroupText.Line::name, GroupText.Line::value)
                .contains(
                        tuple("But", "Corriger un partenaire"),
                        tuple("Partenaire", "Point santé Précarité"),
                        tuple("Noté le", "9 mars"));
        assertThat(text.lines(note(need)))
                .extracting(GroupText.Line::name, GroupText.Line::value)
                .contains(tuple("But", "Besoin sans réponse"), tuple("Sujet", "Santé"));
    }

    /** Rules: R-REC, R-PER. */
    @Test
    void aWalkInNamesItsDeskAndSaysHowItGoes() {
        fixture.receive(ReceptionRows.reception());
        WalkIn came = WalkIn.arrived(ReceptionRows.PERMANENCE, HouseholdRows.TODAY, PhoneStoreFixture.CLOCK.instant());

        assertThat(text.lines(Groups.of(came).json()))
                .extracting(GroupText.Line::name, GroupText.Line::value)
                .contains(tuple("Lieu", "Permanence de Gençay"), tuple("État", "Attend"));
    }

    private static @Nullable String note(DirectoryNote.Note note) {
        return Groups.of(new DirectoryNote(note, null)).byName().get("note");
    }

    @Test
    void whatANewerVersionBroughtIsShownAsItIs() {
        assertThat(text.lines("{\"floor_number\":3}"))
                .extracting(GroupText.Line::name, GroupText.Line::value)
                .containsExactly(tuple("floor number", "3"));
        assertThat(text.lines(null)).isEmpty();
    }

    @Test
    void whatIsWrittenAnewKeepsTheOtherFields() {
        assertThat(GroupText.with("{\"street\":\"18 rue\",\"postcode\":\"86000\"}", Map.of("street", "18 ter \"rue\"")))
                .isEqualTo("{\"street\":\"18 ter \\\"rue\\\"\",\"postcode\":\"86000\"}");
    }
}
