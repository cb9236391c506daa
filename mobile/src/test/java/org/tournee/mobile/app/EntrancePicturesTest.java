package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mobile.walk.Findings;

/** The enrolment and the PIN: seen, and no text cut. */
class EntrancePicturesTest {

    private static final Messages MESSAGES = new Messages(Locale.FRENCH);

    private static final List<Entrance.Holder> TWO = List.of(
            new Entrance.Holder("a", "CB", "https://tournee.exemple.fr", Instant.parse("2026-03-09T08:05:00Z"), true),
            new Entrance.Holder("b", "KL", "https://tournee.exemple.fr", Instant.parse("2026-03-06T16:40:00Z"), true));

    private static final Entrance SHUT = new Entrance() {
        @Override
        public List<Holder> holders() {
            return TWO;
        }

        @Override
        public void deliver() {
            // nothing waits
        }

        @Override
        public void rehearse() {
            // nothing opens
        }

        @Override
        public Answer unlock(Holder holder, String pin) {
            return new WrongPin(5);
        }

        @Override
        public Answer enrol(NewPhone asked) {
            return asked.forgotten() == null ? new Refused(Reason.WRONG_PASSWORD) : new DraftsAtStake();
        }
    };

    @ParameterizedTest
    @CsvSource({"LIGHT,100,412,915", "DARK,100,600,960", "LIGHT,200,412,915", "LIGHT,100,360,640", "DARK,200,360,640"})
    void everyPageCanBeReadAndUsed(Appearance.Mode mode, int percent, int width, int height) {
        Appearance appearance = new Appearance(mode, percent);
        EnrolViewModel enrol = new EnrolViewModel(SHUT, null, MESSAGES, Runnable::run, Runnable::run, opened -> {});
        UnlockViewModel unlock = new UnlockViewModel(SHUT, TWO, MESSAGES, Runnable::run, Runnable::run, opened -> {});
        try (ScreenCamera camera = ScreenCamera.of(
                () -> new EnrolView(enrol, MESSAGES, new LanguageChoice(Language.FRENCH, MESSAGES, chosen -> {}), null),
                appearance)) {
            camera.resize(width, height);
            take(camera, "enrol", appearance);
            ScreenCamera.run(enrol::next);
            take(camera, "enrol-errors", appearance);
            ScreenCamera.run(() -> fill(enrol));
            take(camera, "enrol-pin", appearance);
        }
        try (ScreenCamera camera = ScreenCamera.of(
                () -> new UnlockView(unlock, MESSAGES, new UnlockView.Ways(() -> {}, () -> {})), appearance)) {
            camera.resize(width, height);
            take(camera, "unlock", appearance);
            ScreenCamera.run(() -> unlock.unlock("111222"));
            take(camera, "unlock-wrong", appearance);
        }
        EnrolViewModel forgotten =
                new EnrolViewModel(SHUT, TWO.get(0), MESSAGES, Runnable::run, Runnable::run, opened -> {});
        try (ScreenCamera camera = ScreenCamera.of(
                () -> new EnrolView(
                        forgotten, MESSAGES, new LanguageChoice(Language.FRENCH, MESSAGES, chosen -> {}), () -> {}),
                appearance)) {
            camera.resize(width, height);
            take(camera, "forgotten", appearance);
            ScreenCamera.run(() -> {
                fill(forgotten);
                forgotten.pin("731946");
                forgotten.pin("731946");
            });
            take(camera, "forgotten-drafts", appearance);
        }
        try (ScreenCamera camera = ScreenCamera.of(() -> new GoneView(MESSAGES, () -> {}), appearance)) {
            camera.resize(width, height);
            take(camera, "gone", appearance);
        }
    }

    private static void fill(EnrolViewModel enrol) {
        Map.of(
                        enrol.serverProperty(), "https://tournee.exemple.fr",
                        enrol.loginProperty(), "c.beaufort",
                        enrol.passwordProperty(), "un mot de passe")
                .forEach((property, value) -> property.set(value));
        enrol.next();
    }

    private static void take(ScreenCamera camera, String name, Appearance appearance) {
        String look = appearance.mode().name().toLowerCase(Locale.ROOT) + "-" + appearance.textPercent();
        camera.take(Path.of("target", "pictures", name + "-" + look + camera.sizeName() + ".png"));
        assertThat(Findings.looks(camera)).as(name).isEmpty();
        assertThat(Findings.byKeyboard(camera)).as(name).isEmpty();
    }
}
