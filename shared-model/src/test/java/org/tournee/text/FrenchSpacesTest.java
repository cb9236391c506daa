package org.tournee.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Here a dot in the middle, ·, stands for a space at which no line ends. */
class FrenchSpacesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Effacer ce dossier ?|Effacer ce dossier·?",
                "Contact : visite ; revue !|Contact·: visite·; revue·!",
                "Toucher « Ajouter », puis|Toucher «·Ajouter·», puis",
                " : suite|·: suite",
                "avant « |avant «·",
                "le 10:30, à 9 h|le 10:30, à 9 h",
                "Sans rien|Sans rien"
            })
    void aSignStaysWithItsWord(String written, String set) {
        assertThat(FrenchSpaces.kept(written)).isEqualTo(set.replace('·', '\u00A0'));
    }
}
