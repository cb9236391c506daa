package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.Tempo;

/** Enrolment and PIN over a real store, and towards an address where nobody answers. */
class EntranceTest {

    private static final Messages MESSAGES = new Messages(Locale.FRENCH);

    private static final UnlockView.Ways NO_WAY = new UnlockView.Ways(() -> {}, () -> {});

    private final List<Entrance.Opened> opened = new ArrayList<>();

    @Test
    void aWrongPinIsSaidAndTheRightOneOpens() {
        try (PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(2)) {
            fixture.store().close();
            UnlockViewModel model = new UnlockViewModel(
                    entrance(fixture.folder()),
                    entrance(fixture.folder()).holders(),
                    MESSAGES,
                    Runnable::run,
                    Runnable::run,
                    opened::add);
            try (ScreenCamera camera =
                    ScreenCamera.of(() -> new UnlockView(model, MESSAGES, NO_WAY), Appearance.USUAL)) {
                TypedPin.type(camera, "000000");
                assertThat(model.problemProperty().get())
                        .contains("pas le bon code")
                        .contains("Rien n’est perdu");
                assertThat(opened).isEmpty();
                TypedPin.type(camera, PhoneStoreFixture.PIN);
                assertThat(opened).hasSize(1);
                assertThat(opened.get(0).store().dossiers()).hasSize(2);
                assertThat(model.problemProperty().get()).isEmpty();
            }
            opened.forEach(door -> door.latch().close());
            fixture.reopen();
        }
    }

    @Test
    void theFormSaysWhatIsMissingAndGoesOnOnceItIsThere() {
        EnrolViewModel model = enrol(Path.of("unused"));
        try (ScreenCamera camera = ScreenCamera.of(
                () -> new EnrolView(model, MESSAGES, new LanguageChoice(Language.FRENCH, MESSAGES, chosen -> {}), null),
                Appearance.USUAL)) {
            ScreenCamera.run(() -> ((Button) camera.scene().getRoot().lookup(".button-primary")).fire());
            assertThat(model.errorsProperty().get().server()).contains("https://");
            assertThat(model.errorsProperty().get().login()).isNotEmpty();
            assertThat(model.errorsProperty().get().password()).isNotEmpty();
            assertThat(model.stepProperty().get()).isEqualTo(EnrolViewModel.Step.SIGN_IN);
            ScreenCamera.run(() -> fill(model, "https://tournee.exemple.fr"));
            assertThat(model.stepProperty().get()).isEqualTo(EnrolViewModel.Step.CHOOSE_PIN);
        }
    }

    @Test
    void aPinThatIsGuessableOrTypedDifferentlyIsChosenAgain() {
        EnrolViewModel model = enrol(Path.of("unused"));
        fill(model, "https://tournee.exemple.fr");
        model.pin("123456");
        assertThat(model.errorsProperty().get().general()).contains("se devine");
        model.pin("777777");
        assertThat(model.errorsProperty().get().general()).contains("se devine");
        model.pin("482915");
        assertThat(model.stepProperty().get()).isEqualTo(EnrolViewModel.Step.REPEAT_PIN);
        model.pin("482916");
        assertThat(model.stepProperty().get()).isEqualTo(EnrolViewModel.Step.CHOOSE_PIN);
        assertThat(model.errorsProperty().get().general()).contains("diffèrent");
    }

    @Test
    void withoutAnAnswerTheFormKeepsWhatWasTypedAndNoStoreIsLeft(@TempDir Path folder) {
        EnrolViewModel model = enrol(folder);
        fill(model, URI.create("http://127.0.0.1:1").toString());
        model.pin("482915");
        model.pin("482915");
        assertThat(model.errorsProperty().get().general()).contains("ne répond pas");
        assertThat(model.loginProperty().get()).isEqualTo("c.beaufort");
        assertThat(model.stepProperty().get()).isEqualTo(EnrolViewModel.Step.SIGN_IN);
        assertThat(entrance(folder).holders()).isEmpty();
    }

    private EnrolViewModel enrol(Path folder) {
        return new EnrolViewModel(entrance(folder), null, MESSAGES, Runnable::run, Runnable::run, opened::add);
    }

    private static void fill(EnrolViewModel model, String server) {
        model.serverProperty().set(server);
        model.loginProperty().set("c.beaufort");
        model.passwordProperty().set("un mot de passe");
        model.next();
    }

    private static StoreEntrance entrance(Path folder) {
        return new StoreEntrance(
                folder, "Essai", SyncEngine::client, PhoneStoreFixture.CLOCK, PhoneStoreFixture.CHEAP, Tempo.PHONE);
    }
}
