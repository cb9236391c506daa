package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.tournee.mobile.device.Cover;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.Tempo;

/** From the PIN to the open phone, and back behind it. */
class FrontDoorTest {

    private static final StartOptions.Demo DEMO = new StartOptions.Demo("a", "b", PhoneStoreFixture.PIN);

    @Test
    void theRightPinOpensTodayAndLockingAsksForItAgain() {
        try (PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(2)) {
            fixture.store().close();
            FrontDoor door = door(fixture.folder());
            try (ScreenCamera camera = ScreenCamera.of(door::root, Appearance.USUAL)) {
                StartOptions options = new StartOptions(fixture.folder(), "", Optional.of(DEMO));
                ScreenCamera.run(() -> door.show(options));
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(door.phone()).isPresent();
                camera.cutTexts(); // lays out
                assertThat(ScreenCamera.onScreen(() -> camera.scene().getRoot().lookup(".bottom-bar")))
                        .isNotNull();
                ScreenCamera.run(door::lock);
                assertThat(door.phone()).isEmpty();
                camera.cutTexts(); // lays out
                assertThat(ScreenCamera.onScreen(() -> camera.scene().getRoot().lookup(".pin-pad")))
                        .isNotNull();
            }
            fixture.reopen();
        }
    }

    /** §8 of the domain. */
    @Test
    void anotherLanguageIsSpokenAtOnceAndTheDraftIsKept() {
        try (PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(2)) {
            fixture.store().close();
            FrontDoor door = door(fixture.folder());
            try (ScreenCamera camera = ScreenCamera.of(door::root, Appearance.USUAL)) {
                ScreenCamera.run(() -> door.show(new StartOptions(fixture.folder(), "", Optional.of(DEMO))));
                WaitForAsyncUtils.waitForFxEvents();
                Destination form = new Destination.ContactForm(PhoneStoreFixture.dossier(0), null);
                open(door, form);
                TextArea written = narrative(camera);
                ScreenCamera.run(() -> written.setText("Fenêtre cassée"));
                open(door, new Destination.More());
                camera.cutTexts(); // lays out
                ScreenCamera.run(() -> chip(camera, "Deutsch").fire());
                camera.cutTexts(); // lays out
                assertThat(labels(camera)).contains("Heute").doesNotContain("Aujourd’hui");
                open(door, form);
                assertThat(narrative(camera).getText()).isEqualTo("Fenêtre cassée");
            }
            ScreenCamera.run(door::close);
            assertThat(Settings.in(fixture.folder()).language()).isEqualTo(Language.GERMAN);
            fixture.reopen();
        }
    }

    @Test
    void whoeverCannotReadTheFirstPageChoosesTheirsThere(@TempDir Path folder) {
        FrontDoor door = door(folder);
        try (ScreenCamera camera = ScreenCamera.of(door::root, Appearance.USUAL)) {
            ScreenCamera.run(() -> door.show(new StartOptions(folder, "https://tournee.exemple.fr", Optional.empty())));
            camera.cutTexts(); // lays out
            ScreenCamera.run(() -> chip(camera, "Nederlands").fire());
            camera.cutTexts(); // lays out
            assertThat(labels(camera)).contains("Welkom").doesNotContain("Bienvenue");
            assertThat(ScreenCamera.onScreen(
                            () -> ((TextField) camera.scene().getRoot().lookup("#enrol-server")).getText()))
                    .isEqualTo("https://tournee.exemple.fr");
        }
    }

    @Test
    void aPhoneThatIsNotEnrolledAsksForTheAddressThatItWasStartedWith(@TempDir Path folder) {
        FrontDoor door = door(folder);
        try (ScreenCamera camera = ScreenCamera.of(door::root, Appearance.USUAL)) {
            ScreenCamera.run(() -> door.show(new StartOptions(folder, "https://tournee.exemple.fr", Optional.empty())));
            camera.cutTexts(); // lays out
            assertThat(ScreenCamera.onScreen(
                            () -> ((TextField) camera.scene().getRoot().lookup("#enrol-server")).getText()))
                    .isEqualTo("https://tournee.exemple.fr");
        }
    }

    @Test
    void fiveMinutesAwayLockAndAMomentDoesNot() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-09T08:30:00Z"));
        AtomicInteger locked = new AtomicInteger();
        AutoLock lock = new AutoLock(moved(now), locked::incrementAndGet);
        lock.leave();
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(4)));
        lock.comeBack();
        assertThat(locked).hasValue(0);
        lock.leave();
        now.updateAndGet(then -> then.plus(Duration.ofMinutes(5)));
        lock.comeBack();
        assertThat(locked).hasValue(1);
        lock.comeBack();
        assertThat(locked).hasValue(1);
    }

    private static void open(FrontDoor door, Destination destination) {
        ScreenCamera.run(() -> door.phone().orElseThrow().navigator().open(destination));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TextArea narrative(ScreenCamera camera) {
        return ScreenCamera.onScreen(() -> (TextArea) camera.scene().getRoot().lookup("#contact-narrative"));
    }

    private static ToggleButton chip(ScreenCamera camera, String text) {
        return camera.scene().getRoot().lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(chip -> chip.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(ScreenCamera camera) {
        return ScreenCamera.onScreen(() -> Stream.of(".label", ".button")
                .flatMap(style -> camera.scene().getRoot().lookupAll(style).stream())
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private static FrontDoor door(Path folder) {
        StoreEntrance entrance = new StoreEntrance(
                folder, "Essai", SyncEngine::client, PhoneStoreFixture.CLOCK, PhoneStoreFixture.CHEAP, Tempo.PHONE);
        return new FrontDoor(
                entrance,
                Settings.in(folder),
                PhoneStoreFixture.CLOCK,
                Runnable::run,
                AllScreens.onDesk(address -> false),
                Cover.none());
    }

    private static Clock moved(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("Europe/Paris");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
