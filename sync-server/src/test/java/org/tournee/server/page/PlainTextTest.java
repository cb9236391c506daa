package org.tournee.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and partners are found however they are written. Rules: R-DIR, R-BO. */
class PlainTextTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Lefèvre, lefevre",
        "Sœurs, soeurs",
        "ŒUVRES, oeuvres",
        "Lætitia, laetitia",
        "  Noël , noel",
        "ﬁnances, finances"
    })
    void accentsCapitalsAndLigaturesAreForgiven(String text, String plain) {
        assertThat(PlainText.of(text)).isEqualTo(plain);
    }
}
