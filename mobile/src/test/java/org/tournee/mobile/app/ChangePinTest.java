package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.tournee.mobile.device.Cover;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.Tempo;

/** Changing one's PIN, from the page of the open phone to the door that it opens next. */
class ChangePinTest {

    private static final Messages MESSAGES = new Messages(Locale.FRENCH);
    private static final String OTHER_PIN = "731946";

    private final List<String> asked = new ArrayList<>();
    private Optional<Entrance.Answer> tried = Optional.empty();
    private Optional<Entrance.Answer> answer = Optional.empty();
    private int changed;

    @Test
    void theDoorAsksForTheNewPinAndTheOldOneIsRefused() {
        try (PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(2)) {
            fixture.store().close();
            StoreEntrance entrance = new StoreEntrance(
                    fixture.folder(),
                    "Essai",
                    SyncEngine::client,
                    PhoneStoreFixture.CLOCK,
                    PhoneStoreFixture.CHEAP,
                    Tempo.PHONE);
            FrontDoor door = new FrontDoor(
                    entrance,
                    Settings.in(fixture.folder()),
                    PhoneStoreFixture.CLOCK,
                    Runnable::run,
                    AllScreens.onDesk(address -> false),
                    Cover.none());
            try (ScreenCamera camera = ScreenCamera.of(door::root, Appearance.USUAL)) {
                ScreenCamera.run(() -> door.show(new StartOptions(fixture.folder(), "", Optional.empty())));
                type(camera, PhoneStoreFixture.PIN);
                ScreenCamera.run(() -> {
                    door.phone().orElseThrow().navigator().open(new Destination.More());
                    door.phone().orElseThrow().navigator().open(new Destination.ChangePin());
                });
                type(camera, OTHER_PIN);
                assertThat(labels(camera)).contains(MESSAGES.get("unlock.wrong"), MESSAGES.get("pin.change.present"));
                type(camera, PhoneStoreFixture.PIN);
                type(camera, "111111");
                assertThat(labels(camera)).contains(MESSAGES.get("enrol.pin.guessable"));
                type(camera, OTHER_PIN);
                assertThat(labels(camera)).contains("Encore une fois");
                type(camera, OTHER_PIN);
                assertThat(labels(camera)).contains(MESSAGES.get("pin.change.done"), MESSAGES.get("more.lock"));
                ScreenCamera.run(door::lock);
                type(camera, PhoneStoreFixture.PIN);
                assertThat(door.phone()).isEmpty();
                assertThat(labels(camera)).contains(MESSAGES.get("unlock.wrong"));
                type(camera, OTHER_PIN);
                assertThat(door.phone().orElseThrow().store().dossiers()).hasSize(2);
            }
            ScreenCamera.run(door::close);
        }
    }

    private ChangePinViewModel model(Executor background) {
        PhoneDoor door = new ShutDoor() {
            @Override
            public Optional<Entrance.Answer> tryPin(String pin) {
                return tried;
            }

            @Override
            public Optional<Entrance.Answer> changePin(String present, String next) {
                asked.add(present + " " + next);
                return answer;
            }
        };
        return new ChangePinViewModel(door, MESSAGES, background, Runnable::run, () -> changed++);
    }

    private static void typeAll(ChangePinViewModel model, String... pins) {
        for (String pin : pins) {
            model.pin(pin);
        }
    }

    @Test
    void aNewPinThatIsTheOldOneGuessableOrTypedDifferentlyIsChosenAgain() {
        ChangePinViewModel model = model(Runnable::run);
        model.pin(PhoneStoreFixture.PIN);
        for (String refused : List.of("123456", "987654", "777777")) {
            model.pin(refused);
            assertThat(model.problemProperty().get()).isEqualTo(MESSAGES.get("enrol.pin.guessable"));
        }
        model.pin(PhoneStoreFixture.PIN);
        assertThat(model.problemProperty().get()).isEqualTo(MESSAGES.get("pin.change.same"));
        typeAll(model, OTHER_PIN, "731947");
        assertThat(model.problemProperty().get()).isEqualTo(MESSAGES.get("enrol.pin.differs"));
        assertThat(model.stepProperty().get()).isEqualTo(ChangePinViewModel.Step.CHOOSE);
        assertThat(asked).isEmpty();
        typeAll(model, OTHER_PIN, OTHER_PIN);
        assertThat(asked).containsExactly(PhoneStoreFixture.PIN + " " + OTHER_PIN);
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void aWrongPresentPinIsSaidBeforeANewOneIsTyped() {
        ChangePinViewModel model = model(Runnable::run);
        tried = Optional.of(new Entrance.WrongPin(5));
        model.pin("000009");
        assertThat(model.problemProperty().get()).contains("pas le bon code").contains("5 secondes");
        assertThat(model.stepProperty().get()).isEqualTo(ChangePinViewModel.Step.PRESENT);
        tried = Optional.empty();
        model.pin(PhoneStoreFixture.PIN);
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.stepProperty().get()).isEqualTo(ChangePinViewModel.Step.CHOOSE);
        assertThat(asked).isEmpty();
    }

    @Test
    void aWrongPresentPinAndADiskThatIsFullAreSaidAndAskedAgain() {
        ChangePinViewModel model = model(Runnable::run);
        answer = Optional.of(new Entrance.WrongPin(5));
        typeAll(model, "000009", OTHER_PIN, OTHER_PIN);
        assertThat(model.problemProperty().get()).contains("pas le bon code").contains("5 secondes");
        assertThat(model.stepProperty().get()).isEqualTo(ChangePinViewModel.Step.PRESENT);
        answer = Optional.of(new Entrance.Refused(Entrance.Reason.DISK_FULL));
        typeAll(model, PhoneStoreFixture.PIN, OTHER_PIN, OTHER_PIN);
        assertThat(model.problemProperty().get()).isEqualTo(MESSAGES.get("pin.change.full"));
        answer = Optional.of(new Entrance.Refused(Entrance.Reason.OTHER));
        typeAll(model, PhoneStoreFixture.PIN, OTHER_PIN, OTHER_PIN);
        assertThat(model.problemProperty().get()).isEqualTo(MESSAGES.get("pin.change.failed"));
        assertThat(changed).isZero();
    }

    @Test
    void itIsDoneInTheBackgroundAndOnce() {
        Deque<Runnable> later = new ArrayDeque<>();
        ChangePinViewModel model = model(later::add);
        typeAll(model, PhoneStoreFixture.PIN, OTHER_PIN);
        assertThat(model.stepProperty().get()).isEqualTo(ChangePinViewModel.Step.TRYING);
        later.remove().run();
        typeAll(model, OTHER_PIN, OTHER_PIN, OTHER_PIN);
        assertThat(model.stepProperty().get()).isEqualTo(ChangePinViewModel.Step.CHANGING);
        assertThat(asked).isEmpty();
        assertThat(later).hasSize(1);
        later.remove().run();
        assertThat(changed).isEqualTo(1);
    }

    private static void type(ScreenCamera camera, String pin) {
        WaitForAsyncUtils.waitForFxEvents();
        camera.cutTexts(); // lays out
        TypedPin.type(camera, pin);
        WaitForAsyncUtils.waitForFxEvents();
        camera.cutTexts(); // lays out
    }

    private static List<String> labels(ScreenCamera camera) {
        return ScreenCamera.onScreen(() -> Stream.of(".label", ".button")
                .flatMap(style -> camera.scene().getRoot().lookupAll(style).stream())
                .map(node -> ((Labeled) node).getText())
                .toList());
    }
}
