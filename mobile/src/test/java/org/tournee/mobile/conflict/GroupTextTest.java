package org.tournee.mobile.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.PhoneStoreFixture;

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
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("aim.text", "Un budget", false),
                        org.assertj.core.api.Assertions.tuple("progress.state", "En cours", false));
    }

    @Test
    void whatANewerVersionBroughtIsShownAsItIs() {
        assertThat(text.lines("{\"floor_number\":3}"))
                .extracting(GroupText.Line::name, GroupText.Line::value)
                .containsExactly(org.assertj.core.api.Assertions.tuple("floor number", "3"));
        assertThat(text.lines(null)).isEmpty();
    }

    @Test
    void whatIsWrittenAnewKeepsTheOtherFields() {
        assertThat(GroupText.with("{\"street\":\"18 rue\",\"postcode\":\"86000\"}", Map.of("street", "18 ter \"rue\"")))
                .isEqualTo("{\"street\":\"18 ter \\\"rue\\\"\",\"postcode\":\"86000\"}");
    }
}
