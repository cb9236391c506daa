package org.tournee.mobile.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.sync.SyncState;

/** A phone that is open in a real window, over a real store. Close it. */
final class OpenPhone implements AutoCloseable {

    final PhoneStoreFixture fixture;
    final FixedSync sync;
    final Shell shell;
    final Phone phone;
    final Settings settings;
    final ScreenCamera camera;

    private OpenPhone(PhoneStoreFixture fixture, SyncState state, Appearance appearance, Language language) {
        this(fixture, state, appearance, language, Runnable::run);
    }

    private OpenPhone(
            PhoneStoreFixture fixture, SyncState state, Appearance appearance, Language language, Executor background) {
        this.fixture = fixture;
        this.sync = new FixedSync(state);
        this.settings = Settings.in(fixture.folder());
        ScreenCamera.startToolkit();
        Messages messages = new Messages(language);
        shell = ScreenCamera.onScreen(() -> new Shell(messages, List.of(new ShellScreens(settings, new ShutDoor()))));
        phone = new Phone(
                fixture.store(), fixture.documents(), sync, shell, messages, PhoneStoreFixture.CLOCK, background);
        ScreenCamera.run(() -> shell.start(phone));
        camera = ScreenCamera.of(shell, appearance);
    }

    /** One that was just unlocked. */
    static OpenPhone unlocked(int households, Executor background) {
        PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(households);
        fixture.reopen();
        return new OpenPhone(fixture, FixedSync.UP_TO_DATE, Appearance.USUAL, Language.FRENCH, background);
    }

    static OpenPhone withHouseholds(int count) {
        return withHouseholds(count, FixedSync.UP_TO_DATE, Appearance.USUAL);
    }

    static OpenPhone withHouseholds(int count, SyncState state, Appearance appearance) {
        return new OpenPhone(PhoneStoreFixture.withHouseholds(count), state, appearance, Language.FRENCH);
    }

    static OpenPhone speaking(Language language, int households, SyncState state, Appearance appearance) {
        return new OpenPhone(PhoneStoreFixture.withHouseholds(households), state, appearance, language);
    }

    void open(Destination destination) {
        ScreenCamera.run(() -> shell.open(destination));
    }

    void picture(String name) {
        camera.take(Path.of("target", "pictures", name + ".png"));
    }

    @Override
    public void close() {
        ScreenCamera.run(shell::stop);
        camera.close();
        fixture.close();
    }
}
