package org.tournee.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.endtoend.Demo;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.Enrolment;
import org.tournee.mobile.sync.PhoneRun;
import org.tournee.mobile.sync.ServerFailure;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.Tempo;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** A phone's real store and its real runs, without a screen, against the real server. */
final class BenchPhone implements AutoCloseable {

    static final HttpClient CLIENT = SyncEngine.client();

    /** What is saved together: a page of typing, not one record. */
    private static final int TOGETHER = 100;

    private static final PinCost CHEAP = new PinCost(64, 1, 1);
    private static final String PIN = "482915";

    private final SyncStore store;
    private final PhoneRun run;

    private BenchPhone(SyncStore store) {
        this.store = store;
        this.run = new PhoneRun(store, CLIENT, Clock.systemUTC());
    }

    /** Enrols a phone of that login; it has not synchronised yet. */
    static BenchPhone enrol(Demo demo, String login, Path folder) throws IOException, ServerFailure {
        Files.createDirectories(folder);
        Tempo tempo = new Tempo(
                Duration.ZERO,
                Duration.ofHours(1),
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                Duration.ofMinutes(2));
        return new BenchPhone(new Enrolment(CLIENT, Clock.systemUTC(), CHEAP, tempo)
                .enrol(demo.server(), login, demo.password(), "Mesure", PIN, folder));
    }

    SyncStore store() {
        return store;
    }

    /** One run from end to end; true, so that it can be timed. */
    boolean sync() {
        run.once();
        return true;
    }

    /** The same where others come too, and each waits for its turn. */
    boolean syncInTurn() throws InterruptedException {
        run.inTurn();
        return true;
    }

    /** Sends what was saved; true, so that it can be timed. */
    boolean send() throws ServerFailure {
        run.send();
        return true;
    }

    /** Saves contacts, spread over the dossiers held. */
    void save(int contacts) {
        List<DossierContents> dossiers = store.dossiers();
        for (int saved = 0; saved < contacts; saved += TOGETHER) {
            save(dossiers.get(saved / TOGETHER % dossiers.size()).id(), Math.min(TOGETHER, contacts - saved));
        }
    }

    /** Saves contacts of one dossier, so many of them together as a transaction may have. */
    void save(DossierId dossier, int contacts) {
        for (int saved = 0; saved < contacts; saved += TOGETHER) {
            List<Edit.Change> changes = new ArrayList<>();
            for (int number = saved; number < Math.min(contacts, saved + TOGETHER); number++) {
                changes.add(new Edit.Create(
                        RecordKind.CONTACT, Contacts.newId(), Audience.SERVICE, Contacts.contact(number)));
            }
            store.save(new Edit(dossier, changes));
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
