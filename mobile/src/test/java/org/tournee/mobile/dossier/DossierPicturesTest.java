package org.tournee.mobile.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;

/** Every screen of a dossier, light and dark, at the usual and at twice the text size: seen, and no text cut. */
class DossierPicturesTest {

    private static final Map<String, Destination> SCREENS = new LinkedHashMap<>();

    static {
        var dossier = PhoneStoreFixture.dossier(0);
        SCREENS.put("dossier", new Destination.DossierPage(dossier));
        SCREENS.put("contact", new Destination.ContactForm(dossier, null));
        SCREENS.put("bilan", new Destination.Bilan(dossier));
        SCREENS.put("rights-occasion", new Destination.RightsSweep(dossier, null));
        SCREENS.put("conflict", new Destination.ConflictPage(dossier, HouseholdRows.record(0, 40)));
        SCREENS.put("household", new Destination.HouseholdForm(dossier));
    }

    @ParameterizedTest
    @CsvSource({
        "GERMAN,100,412,915",
        "GERMAN,200,360,640",
        "DUTCH,100,412,915",
        "DUTCH,200,360,640",
        "ENGLISH,100,412,915",
        "ENGLISH,200,360,640"
    })
    void everyLanguageFitsItsScreens(Language language, int percent, int width, int height) {
        Appearance appearance = new Appearance(Appearance.Mode.LIGHT, percent);
        try (OpenDossierPhone phone = new OpenDossierPhone(appearance, language)) {
            phone.camera.resize(width, height);
            SCREENS.forEach((name, destination) -> {
                phone.open(destination);
                phone.picture(name + "-" + language.code() + "-" + percent);
                assertThat(phone.camera.cutTexts()).as(name).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,100,412,915", "DARK,100,412,915", "LIGHT,200,412,915", "LIGHT,100,360,640", "DARK,200,360,640"})
    void everyScreenShowsAllOfItsTexts(Appearance.Mode mode, int percent, int width, int height) {
        try (OpenDossierPhone phone = new OpenDossierPhone(new Appearance(mode, percent))) {
            phone.camera.resize(width, height);
            String small = width < ScreenCamera.WIDTH ? "-small" : "";
            String suffix = "-" + mode.name().toLowerCase(Locale.ROOT) + "-" + percent + small;
            SCREENS.forEach((name, destination) -> {
                phone.open(destination);
                phone.picture(name + suffix);
                assertThat(phone.camera.cutTexts()).as(name).isEmpty();
            });
            phone.open(new Destination.Bilan(phone.dossier(2)));
            phone.tap("#dimension-HEALTH");
            phone.tap("#balance-HOUSING-WEIGHS");
            phone.picture("bilan-writing" + suffix);
            assertThat(phone.camera.cutTexts()).as("item form").isEmpty();
            phone.tap("#discreet");
            phone.picture("bilan-discreet" + suffix);
            phone.tap("#discreet");
            phone.open(new Destination.DossierPage(phone.dossier(1)));
            phone.tap("#section-journal");
            phone.picture("dossier-journal" + suffix);
            assertThat(phone.camera.cutTexts()).as("journal").isEmpty();
            phone.open(new Destination.RightsSweep(phone.dossier(1), null));
            phone.tap("#rights-begin");
            phone.tap("#answer-first-css-PROBABLE");
            phone.picture("rights" + suffix);
            assertThat(phone.camera.cutTexts()).as("rights").isEmpty();
            phone.tap("#rights-to-summary");
            phone.picture("rights-summary" + suffix);
            assertThat(phone.camera.cutTexts()).as("summary").isEmpty();
            phone.open(new Destination.FollowUps(phone.dossier(1)));
            phone.tap("#end-css");
            phone.picture("follow-ups" + suffix);
            assertThat(phone.camera.cutTexts()).as("follow-ups").isEmpty();
            phone.open(new Destination.HouseholdForm(phone.dossier(1)));
            phone.type("#household-commune", "chatel");
            phone.tap("#household-end-" + HouseholdRows.record(1, 2));
            phone.picture("household-commune" + suffix);
            phone.tap("#household-add-person");
            phone.picture("household-person" + suffix);
            assertThat(phone.camera.cutTexts()).as("household").isEmpty();
            phone.open(new Destination.Drafts());
            phone.picture("drafts" + suffix);
            assertThat(phone.camera.cutTexts()).as("drafts").isEmpty();
            phone.open(new Destination.ReturnedChanges());
            phone.picture("returned" + suffix);
            assertThat(phone.camera.cutTexts()).as("returned").isEmpty();
        }
    }
}
