package org.tournee.endtoend;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.AllScreens;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.FrontDoor;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.app.Settings;
import org.tournee.mobile.app.StartOptions;
import org.tournee.mobile.app.StoreEntrance;
import org.tournee.mobile.device.Cover;
import org.tournee.mobile.document.DocumentScreens;
import org.tournee.mobile.document.PickedFiles;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.SyncState;
import org.tournee.mobile.sync.Tempo;
import org.tournee.sync.Conflict;

/** A whole phone without a display: the real application in a real window tree over a real store and a real engine. */
public final class HeadlessPhone implements AutoCloseable {

    private static final String PIN = "482915";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** As on a phone, but that it does not wait minutes for a network that comes back. */
    private static final Tempo LIVELY = new Tempo(
            Duration.ofMillis(100),
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(30));

    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final List<String> reminders = new CopyOnWriteArrayList<>();
    private final FrontDoor door;
    private final ScreenCamera camera;
    private final Hand hand;
    private final Pictures pictures;

    private HeadlessPhone(Path folder, URI server, Pictures pictures, FrontDoor.Screens screens) {
        this.pictures = pictures;
        ScreenCamera.startToolkit();
        Settings settings = Settings.in(folder);
        Clock clock = Clock.systemUTC();
        StoreEntrance entrance =
                new StoreEntrance(folder, "Téléphone sans écran", SyncEngine::client, clock, PinCost.PHONE, LIVELY);
        door = ScreenCamera.onScreen(() -> new FrontDoor(entrance, settings, clock, background, screens, Cover.none()));
        camera = ScreenCamera.of(door::root, settings.appearance());
        hand = new Hand(camera);
        ScreenCamera.run(() -> door.show(new StartOptions(folder, server.toString(), Optional.empty())));
    }

    /** A new phone, out of the box, that shows the enrolment. */
    public static HeadlessPhone outOfTheBox(Path folder, URI server, Pictures pictures) {
        return new HeadlessPhone(folder, server, pictures, AllScreens.onDesk(address -> false));
    }

    /** The same, with a worker who chooses those documents. */
    public static HeadlessPhone outOfTheBox(Path folder, URI server, Pictures pictures, PickedFiles documents) {
        return new HeadlessPhone(
                folder,
                server,
                pictures,
                (settings, door) -> Stream.concat(
                                Stream.of(new DocumentScreens(documents.ways())),
                                AllScreens.onDesk(address -> false).of(settings, door).stream())
                        .toList());
    }

    public Hand hand() {
        return hand;
    }

    /** Enrols as a worker would, and waits until everything has arrived. */
    public void enrol(Demo.Account account, String password) {
        hand.type("#enrol-login", account.login());
        hand.type("#enrol-password", password);
        picture("enrol");
        hand.tap("Continuer");
        hand.see("Choisissez un code");
        picture("pin");
        typePin("Continuer");
        hand.see("Encore une fois");
        typePin("Valider");
        Await.until(
                () -> "the phone opens; seen " + hand.seenNow(),
                PATIENCE,
                () -> door.phone().isPresent());
        if (phone().sync() instanceof SyncEngine engine) {
            engine.onReminder(reminders::add);
        }
        untilInSync();
    }

    /** Changes theme and text size. */
    public void look(Appearance appearance) {
        camera.look(appearance);
    }

    /** Seals everything, as a phone left alone does. */
    public void lock() {
        ScreenCamera.run(door::lock);
        hand.see("Tapez votre code");
    }

    public void unlock() {
        typePin("Ouvrir");
        Await.until(
                () -> "the phone opens; seen " + hand.seenNow(),
                PATIENCE,
                () -> door.phone().isPresent());
    }

    private void typePin(String done) {
        PIN.chars().forEach(digit -> hand.tap(Character.toString(digit)));
        hand.tap(done);
    }

    public Phone phone() {
        return door.phone().orElseThrow();
    }

    public SyncState state() {
        return phone().sync().state();
    }

    /** Until the server durably holds everything and nothing newer is known to be there. */
    public void untilInSync() {
        Await.until("the phone is up to date", PATIENCE, () -> {
            SyncState state = state();
            return state.upToDate()
                    && state.phase() == SyncState.Phase.IDLE
                    && !phone().store().dossiers().isEmpty();
        });
    }

    public void untilOffline() {
        phone().sync().syncNow();
        Await.until("the phone noticed", PATIENCE, () -> state().problem() == SyncState.Problem.NO_NETWORK);
    }

    public DossierContents dossier(DossierId id) {
        return phone().store().dossier(id).orElseThrow();
    }

    public Optional<Conflict> openConflict(DossierId id) {
        return dossier(id).conflicts().stream()
                .map(org.tournee.dossier.Entry::value)
                .filter(conflict -> conflict.state().open())
                .findFirst();
    }

    public void open(Destination destination) {
        ScreenCamera.run(() -> phone().navigator().open(destination));
    }

    /** The causes of the reminders that the server pushed. */
    public List<String> reminders() {
        return reminders;
    }

    /** A picture of what is on the screen now. */
    public void picture(String name) {
        pictures.take(camera, name);
    }

    @Override
    public void close() {
        ScreenCamera.run(door::close);
        camera.close();
        background.shutdown();
    }
}
