package org.tournee.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.tournee.mobile.store.FileDisk;
import org.tournee.mobile.store.SimulatedDisk;
import org.tournee.server.store.IdSource;
import org.tournee.server.sync.LedgerSteps;
import org.tournee.server.sync.RealDatabases;
import org.tournee.server.sync.SimulatedDatabase;

/** A real PostgreSQL under two instances of the server, and a real SQLite file for each phone. */
final class RealStores implements Stores, AutoCloseable {

    private final RealDatabases databases;
    private final LockWatch locks;
    private final Path folder;
    private final List<ThreadStrand> strands = new ArrayList<>();
    private final List<FileDisk> disks = new ArrayList<>();

    private RealStores(RealDatabases databases, Path folder) {
        this.databases = databases;
        this.locks = new LockWatch(databases);
        this.folder = folder;
    }

    /**
     * Starts the database.
     *
     * @param folder for the files of the phones
     * @throws IllegalStateException where the server's programs and tests are not on the class path
     */
    static RealStores open(Path folder) {
        RealDatabases databases = ServiceLoader.load(RealDatabases.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server is not on the class path"));
        return new RealStores(databases, folder);
    }

    @Override
    public SimulatedDatabase database(LedgerSteps steps, IdSource ids) {
        return databases.begin(steps);
    }

    @Override
    public SimulatedDisk disk(Supplier<SimulatedDisk.Fate> fates, Runnable written) {
        return FileDisk.empty(folder, disks, fates, written);
    }

    @Override
    public Strand strand(Runnable work) {
        strands.removeIf(ThreadStrand::isDone);
        ThreadStrand strand = new ThreadStrand(work, locks);
        strands.add(strand);
        return strand;
    }

    @Override
    public void endLife() {
        strands.stream().filter(strand -> !strand.isDone()).forEach(ThreadStrand::abandon);
        strands.clear();
        disks.forEach(FileDisk::close);
        disks.clear();
    }

    /** How often a transaction had to wait for another one. */
    long waits() {
        return locks.waits();
    }

    /** Ends the database; the folder, which is empty by now, goes. */
    @Override
    public void close() {
        databases.close();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
