package org.tournee.mobile.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;
import org.tournee.mobile.app.ScreenCamera;

/** Words that are wider than their place are divided as their language divides them. Rule: §8 of the domain. */
class HyphensTest {

    @BeforeAll
    static void toolkit() {
        ScreenCamera.startToolkit();
    }

    @ParameterizedTest
    @CsvSource({
        "de, Leistungsvereinbarung, Leis-tungs-ver-ein-ba-rung",
        "de, Staatsangehörigkeit, Staats-an-ge-hö-rig-keit",
        "de, Übergabeblätter, Über-ga-be-blät-ter",
        "nl, Verantwoordelijke, Ver-ant-woor-de-lij-ke",
        "nl, ziekteverzekering, ziek-te-ver-ze-ke-ring",
        "nl, aandachtstrekkers, aan-dachts-trek-kers",
        "fr, anticonstitutionnellement, anti-cons-ti-tu-tion-nel-le-ment",
        "fr, enregistrements, enre-gis-tre-ments",
        "fr, socioprofessionnel, socio-pro-fes-sion-nel",
        "en, organisational, organ-isa-tional",
        "en, throughout, through-out",
        "de, zu, zu"
    })
    void wordsHaveThePlacesOfTheirLanguage(String language, String word, String divided) {
        StringBuilder all = new StringBuilder(word);
        List<Integer> places = Hyphenation.of(language).places(word);
        for (int last = places.size() - 1; last >= 0; last--) {
            int place = places.get(last);
            all.insert(place, "-");
        }
        // Two letters at an end stay with the rest.
        assertThat(all.toString()).isEqualTo(divided.replaceAll("-(\\p{L}{1,2})$", "$1"));
    }

    @Test
    void aWordIsDividedWhereTheLabelEndsAndWholeAgainWhereItFits() {
        Label label = shown("de", "Die Leistungsvereinbarung");
        width(label, 110);
        String narrow = text(label);
        assertThat(narrow).startsWith("Die Leis").contains("- ").isNotEqualTo("Die Leistungsvereinbarung");
        assertThat(narrow.replace("- ", "")).isEqualTo("Die Leistungsvereinbarung");
        assertThat(label.getAccessibleText()).isEqualTo("Die Leistungsvereinbarung");

        width(label, 600);
        assertThat(text(label)).isEqualTo("Die Leistungsvereinbarung");
        assertThat(label.getAccessibleText()).isNull();
    }

    /** Its only place leaves two letters: better than one that is none. */
    @Test
    void twoLettersStandAloneWhereNothingElseFits() {
        Label label = shown("fr", "décembre");
        width(label, 58);
        assertThat(text(label)).isEqualTo("dé- cembre");
    }

    @Test
    void anotherTextIsDividedInItsTurn() {
        Label label = shown("nl", "Ja");
        width(label, 70);
        ScreenCamera.run(() -> label.setText("Verantwoordelijke maatschappelijk werker"));
        width(label, 70); // laid out, as in a window
        assertThat(text(label)).matches("Ver\\p{L}*- \\p{L}.*");
        assertThat(label.getAccessibleText()).isEqualTo("Verantwoordelijke maatschappelijk werker");
    }

    /** A row of a list shows another dossier: what was read aloud for the last one is not read for this one. */
    @Test
    void aTextThatFitsIsReadAsItStands() {
        Label label = shown("nl", "Verantwoordelijke maatschappelijk werker");
        width(label, 70);
        assertThat(text(label)).contains("- ");
        ScreenCamera.run(() -> label.setText("Ja"));
        width(label, 70); // laid out, as in a window
        assertThat(text(label)).isEqualTo("Ja");
        assertThat(label.getAccessibleText()).isNull();
    }

    /** JavaFX would break beside its own hyphen. */
    @Test
    void aWordWithAHyphenOfItsOwnEndsItsLineThere() {
        Label label = shown("de", "Availles-Limouzine");
        width(label, 75);
        assertThat(text(label)).startsWith("Availles- Lim").doesNotContain("--");
    }

    @Test
    void anAddressIsLeftAsItIs() {
        Label label = shown("de", "accueil.solidarites@exemple.fr");
        width(label, 75);
        assertThat(text(label)).isEqualTo("accueil.solidarites@exemple.fr");
    }

    @Test
    void whereNobodySaysTheLanguageNothingIsDivided() {
        Label label = shown(null, "Leistungsvereinbarung");
        width(label, 60);
        assertThat(text(label)).isEqualTo("Leistungsvereinbarung");
    }

    private static Label shown(String language, String text) {
        return ScreenCamera.onScreen(() -> {
            Label label = Texts.body(text);
            StackPane root = new StackPane(label);
            if (language != null) {
                Hyphens.speak(root, Locale.forLanguageTag(language));
            }
            new Scene(root, 800, 600);
            return label;
        });
    }

    private static void width(Label label, double width) {
        ScreenCamera.run(() -> {
            label.setMinWidth(width);
            label.setPrefWidth(width);
            label.setMaxWidth(width);
            label.getParent().applyCss();
            label.getParent().layout();
        });
    }

    private static String text(Label label) {
        WaitForAsyncUtils.waitForFxEvents();
        return ScreenCamera.onScreen(label::getText);
    }
}
