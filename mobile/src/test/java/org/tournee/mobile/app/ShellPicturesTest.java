package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mobile.sync.SyncState;

/** Every screen of the shell, light and dark, at the usual and at twice the text size: seen, and no text cut. */
class ShellPicturesTest {

    private static final Map<String, Destination> SCREENS = new LinkedHashMap<>();

    static {
        SCREENS.put("today", new Destination.Today());
        SCREENS.put("dossiers", new Destination.Dossiers());
        SCREENS.put("record-for", new Destination.RecordFor());
        SCREENS.put("reminders", new Destination.Reminders());
        SCREENS.put("reviews", new Destination.Reviews());
        SCREENS.put("sync", new Destination.SyncPage());
        SCREENS.put("returned", new Destination.ReturnedChanges());
        SCREENS.put("sign-in", new Destination.SignIn());
        SCREENS.put("log-out", new Destination.LogOut());
        SCREENS.put("drafts", new Destination.Drafts());
        SCREENS.put("more", new Destination.More());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,100,412,915", "DARK,100,412,915", "LIGHT,200,412,915", "LIGHT,100,360,640", "DARK,200,360,640"})
    void everyScreenShowsAllOfItsTexts(Appearance.Mode mode, int percent, int width, int height) {
        try (OpenPhone phone = OpenPhone.withHouseholds(
                24, FixedSync.with(SyncState.Problem.NO_NETWORK), new Appearance(mode, percent))) {
            phone.camera.resize(width, height);
            String small = width < ScreenCamera.WIDTH ? "-small" : "";
            SCREENS.forEach((name, destination) -> {
                phone.open(destination);
                phone.picture(name + "-" + mode.name().toLowerCase(Locale.ROOT) + "-" + percent + small);
                assertThat(phone.camera.cutTexts()).as(name).isEmpty();
                assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
            });
        }
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
        SyncState state = FixedSync.with(SyncState.Problem.NO_NETWORK);
        try (OpenPhone phone = OpenPhone.speaking(language, 24, state, appearance)) {
            phone.camera.resize(width, height);
            SCREENS.forEach((name, destination) -> {
                phone.open(destination);
                phone.picture(name + "-" + language.code() + "-" + percent);
                assertThat(phone.camera.cutTexts()).as(name).isEmpty();
                assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
            });
        }
    }

    @Test
    void anEmptyPhoneSaysWhatToDo() {
        try (OpenPhone phone = OpenPhone.withHouseholds(0, FixedSync.firstSync(120, 400), Appearance.USUAL)) {
            SCREENS.forEach((name, destination) -> {
                phone.open(destination);
                phone.picture(name + "-empty");
                assertThat(phone.camera.cutTexts()).as(name).isEmpty();
                assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
            });
        }
    }
}
