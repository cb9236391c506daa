package org.tournee.server.archive;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.AdvancedStreams;
import org.tournee.server.store.ArchiveSettings;
import org.tournee.server.store.DecidedRecords;
import org.tournee.server.store.Epochs;
import org.tournee.server.store.ErasedDossiers;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.MasterKey;
import org.tournee.server.sync.LostKeys;
import org.tournee.server.sync.Reconciler;
import org.tournee.server.sync.Wakeups;

/**
 * Opens the service once nothing is missing, then archives whatever is committed, on one thread. It notices within a second
 * that the database became another one, closes the service and recovers.
 */
@Singleton
final class Archiving implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Archiving.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long SOON_SECONDS = 5;

    /** What is pushed in a row is archived together: the disk is waited for once. */
    private static final long GATHER_MILLIS = 200;

    private final Database database;
    private final ServiceGate gate;
    private final ArchiveSettings settings;
    private final Recovery recovery;
    private final @Nullable Archivist archivist;
    private final CountDownLatch firstOpening = new CountDownLatch(1);
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().daemon().name("archive").unstarted(this::work);
    private volatile boolean stopped;

    Archiving(
            Database database,
            DataSource connections,
            ServiceGate gate,
            ArchiveSettings settings,
            Epochs epochs,
            Reconciler reconciler,
            Keyring keyring,
            MasterKey master,
            DecidedRecords records,
            LostKeys lostKeys,
            ErasedDossiers erased,
            AdvancedStreams advanced,
            Wakeups wakeups) {
        this.database = database;
        this.gate = gate;
        this.settings = settings;
        Optional<ArchiveStore> archive = settings.directory().map(FileArchive::new);
        this.recovery = new Recovery(
                database,
                DelegatingDataSource.unwrapDataSource(connections),
                epochs,
                new Replay(database, reconciler, keyring, master, records, lostKeys, erased),
                archive);
        this.archivist = archive.map(store -> new Archivist(database, store, master, wakeups))
                .orElse(null);
        advanced.listen((organisation, stream) -> news.release());
    }

    /** Without an archive there is nothing to wait for; else the server answers 503 until the replay is done. */
    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (archivist == null) {
            LOG.warn("There is no archive: what the database holds is all that is durable");
            recovery.recover();
            gate.open();
        }
        thread.start();
        if (archivist != null) {
            awaitOpening();
        }
    }

    /** Where nothing is to be replayed, whoever is told that the server listens finds it open. */
    private void awaitOpening() {
        try {
            if (!firstOpening.await(SOON_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The server listens before the service is open");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!stopped) {
            try {
                if (!gate.isOpen()) {
                    open();
                }
                while (archivist != null && archivist.archiveSome()) {
                    LOG.debug("More waits to be archived");
                }
                if (!recovery.isSameDatabase()) {
                    gate.close();
                } else if (news.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    Thread.sleep(GATHER_MILLIS);
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                trouble(e);
            }
        }
    }

    private void open() {
        recovery.recover();
        if (archivist != null) {
            noteDecisions();
        }
        gate.open();
        firstOpening.countDown();
        LOG.info("The service is open; archive: {}", settings.isOn());
        if (archivist != null) {
            archivist.keepAllKeys(); // before anything that is sealed under one is called durable
        }
    }

    private void noteDecisions() {
        database.write(connection -> Sql.first(connection, "select note_decisions()", row -> true));
    }

    /** Whatever the trouble is, nothing is called durable meanwhile, and it is tried again. */
    private void trouble(RuntimeException e) {
        if (!stopped) {
            LOG.error("Nothing is archived for the moment: {}", e.getClass().getName(), e);
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        thread.interrupt();
    }
}
