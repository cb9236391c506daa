package org.tournee.mobile.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mobile.ui.TextDifference.Stretch;

class TextDifferenceTest {

    @Test
    void theWordsThatTheOtherTextLacksAreMarked() {
        assertThat(TextDifference.mark("18 bis rue de la Marne", "18 rue de la Marne"))
                .containsExactly(
                        new Stretch("18 ", false), new Stretch("bis ", true), new Stretch("rue de la Marne", false));
    }

    @Test
    void equalTextsHaveNoMarkAndAnEmptyOneNothing() {
        assertThat(TextDifference.mark("Loudun", "Loudun")).containsExactly(new Stretch("Loudun", false));
        assertThat(TextDifference.mark("", "Loudun")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a b c,b c d", "un deux,trois", "même  espace ,même espace", "seul,''"})
    void theStretchesJoinedAreTheText(String text, String other) {
        List<Stretch> stretches = TextDifference.mark(text, other);
        assertThat(stretches.stream().map(Stretch::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
