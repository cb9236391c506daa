package org.tournee.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierContents;
import org.tournee.endtoend.Await;
import org.tournee.endtoend.Demo;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.Enrolment;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.SyncState;
import org.tournee.mobile.sync.Tempo;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A phone's real store and engine against the real server: sending, first fetching, and asking for nothing new. */
final class SyncBench {

    private static final int RECORDS = 10_000;
    private static final int TOGETHER = 100;
    private static final PinCost CHEAP = new PinCost(64, 1, 1);
    private static final Tempo STEADY = new Tempo(
            Duration.ZERO, Duration.ofHours(1), Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMinutes(2));
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** So long that a record has about 600 bytes. */
    private static final String NARRATIVE = "Point sur le budget et les démarches en cours. ".repeat(4);

    private final Demo demo;
    private final Path folder;

    SyncBench(Demo demo, Path folder) {
        this.demo = demo;
        this.folder = folder;
    }

    List<Figure> measure(int times) throws Exception {
        List<Figure> figures = new ArrayList<>();
        double push;
        try (SyncStore store = enrol("sender")) {
            try (SyncEngine engine = start(store)) {
                untilIdle(engine);
            }
            save(store);
            push = Timing.millis(() -> {
                try (SyncEngine engine = start(store)) {
                    Await.until(
                            "everything is sent", PATIENCE, () -> engine.state().upToDate() && isIdle(engine));
                }
                return true;
            });
        }
        double bareSql = new BareSql(demo).millis(RECORDS, NARRATIVE);
        figures.add(new Figure(
                "push",
                Timing.perSecond(RECORDS, push),
                "operations/s",
                "the same rows by bare SQL in batches",
                Timing.perSecond(RECORDS, bareSql)));
        figures.addAll(fetch(times));
        return figures;
    }

    private List<Figure> fetch(int times) throws Exception {
        try (SyncStore store = enrol("receiver")) {
            Instant before = Instant.now();
            try (SyncEngine engine = start(store)) {
                untilIdle(engine);
                double first = Duration.between(before, Instant.now()).toMillis();
                List<String> lines = RawPipe.linesOf(store);
                double raw = new RawPipe(folder).millis(lines);
                Figure firstSync = new Figure(
                        "first_sync",
                        Timing.perSecond(lines.size(), first),
                        "records/s",
                        "the same bytes over loopback, parsed, inserted unsealed",
                        Timing.perSecond(lines.size(), raw));
                double nothing = Timing.medianMillis(times, () -> nothingNew(engine));
                double health = Timing.medianMillis(times, this::health);
                Figure noop = new Figure("noop_sync", nothing, "ms", "one HTTP round trip over loopback", health);
                return List.of(firstSync, noop);
            }
        }
    }

    private boolean nothingNew(SyncEngine engine) {
        Instant last = engine.state().lastSuccess();
        engine.syncNow();
        while (last != null && last.equals(engine.state().lastSuccess())) {
            Thread.onSpinWait();
        }
        return true;
    }

    private int health() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(demo.server().resolve("/health")).build();
        return CLIENT.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static final HttpClient CLIENT = SyncEngine.client();

    private SyncStore enrol(String name) throws Exception {
        Path own = java.nio.file.Files.createDirectories(folder.resolve(name));
        URI server = demo.server();
        return new Enrolment(CLIENT, Clock.systemUTC(), CHEAP, STEADY)
                .enrol(server, demo.account("SOCIAL_WORKER").login(), demo.password(), "Mesure", "482915", own);
    }

    private static SyncEngine start(SyncStore store) {
        return SyncEngine.start(store, CLIENT, Clock.systemUTC(), STEADY);
    }

    private static void untilIdle(SyncEngine engine) {
        Await.until("the phone is up to date", PATIENCE, () -> engine.state().upToDate() && isIdle(engine));
    }

    private static boolean isIdle(SyncEngine engine) {
        return engine.state().phase() == SyncState.Phase.IDLE;
    }

    private static void save(SyncStore store) {
        List<DossierContents> dossiers = store.dossiers();
        for (int saved = 0; saved < RECORDS; saved += TOGETHER) {
            List<Edit.Change> changes = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                changes.add(new Edit.Create(
                        RecordKind.CONTACT,
                        new RecordId(UuidCreator.getTimeOrderedEpoch()),
                        Audience.SERVICE,
                        contact(saved + i)));
            }
            store.save(new Edit(dossiers.get(saved / TOGETHER % dossiers.size()).id(), changes));
        }
    }

    private static Contact contact(int number) {
        return new Contact(
                new Contact.Meeting(
                        Instant.now().minus(Duration.ofHours(number)),
                        Channel.PHONE,
                        Place.OFFICE,
                        Planning.PLANNED,
                        Happening.HELD,
                        20),
                new Contact.Attendance(List.of()),
                new Contact.Content(List.of(Topic.FINANCE), true, NARRATIVE + number, Result.INFORMED),
                null);
    }
}
