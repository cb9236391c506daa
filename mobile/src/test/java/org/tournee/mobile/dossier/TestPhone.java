package org.tournee.mobile.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Navigator;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.store.FullDisk;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.sync.SyncControl;
import org.tournee.mobile.sync.SyncState;

/** A phone without a window, for view models: a real store, everything inline. */
public final class TestPhone implements Navigator, SyncControl {

    private TestPhone() {}

    private final List<String> said = new ArrayList<>();
    private final List<Destination> opened = new ArrayList<>();
    private @Nullable Runnable offered;

    /** Taps the action of the bar that was shown last, such as undo. */
    public static void tapAction(Phone phone) {
        TestPhone surroundings = (TestPhone) phone.navigator();
        Runnable action = Objects.requireNonNull(surroundings.offered, "no bar offers anything");
        surroundings.offered = null;
        action.run();
    }

    /** What its bar said so far. */
    public static List<String> said(Phone phone) {
        return List.copyOf(((TestPhone) phone.navigator()).said);
    }

    /** Which pages it opened so far. */
    public static List<Destination> opened(Phone phone) {
        return List.copyOf(((TestPhone) phone.navigator()).opened);
    }

    /** The same on a disk that is full. */
    public static Phone onAFullDisk(PhoneStoreFixture fixture) {
        return over(fixture, FullDisk.under(fixture.store(), () -> true), PhoneStoreFixture.CLOCK);
    }

    public static Phone over(PhoneStoreFixture fixture) {
        return over(fixture, PhoneStoreFixture.CLOCK);
    }

    /** The same by another clock. */
    public static Phone over(PhoneStoreFixture fixture, Clock clock) {
        return over(fixture, fixture.store(), clock);
    }

    private static Phone over(PhoneStoreFixture fixture, PhoneStore store, Clock clock) {
        TestPhone surroundings = new TestPhone();
        return new Phone(
                store,
                fixture.documents(),
                surroundings,
                surroundings,
                new Messages(Locale.FRENCH),
                clock,
                Runnable::run);
    }

    @Override
    public void open(Destination destination) {
        opened.add(destination); // no screens
    }

    @Override
    public void back() {
        // no screens
    }

    @Override
    public void say(String message) {
        said.add(message);
    }

    @Override
    public void say(String message, String action, Runnable then) {
        said.add(message);
        offered = then;
    }

    @Override
    public SyncState state() {
        return new SyncState(SyncState.Phase.IDLE, 0, null, Instant.EPOCH, null, 0, 0, 0);
    }

    @Override
    public Runnable onState(Consumer<SyncState> listener) {
        return () -> {}; // never changes
    }

    @Override
    public void syncNow() {
        // no network
    }
}
