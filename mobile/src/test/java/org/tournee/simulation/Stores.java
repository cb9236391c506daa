package org.tournee.simulation;

import java.util.function.Supplier;
import org.tournee.mobile.store.MemoryDisk;
import org.tournee.mobile.store.SimulatedDisk;
import org.tournee.server.store.IdSource;
import org.tournee.server.sync.InMemoryDatabase;
import org.tournee.server.sync.LedgerSteps;
import org.tournee.server.sync.SimulatedDatabase;

/** What a life is played over. */
interface Stores {

    /** All in memory and in one thread: one seed is one story. */
    Stores MEMORY = new Stores() {
        @Override
        public SimulatedDatabase database(LedgerSteps steps, IdSource ids) {
            return new InMemoryDatabase(steps, ids);
        }

        @Override
        public SimulatedDisk disk(Supplier<SimulatedDisk.Fate> fates, Runnable written) {
            return MemoryDisk.empty(fates, written);
        }

        @Override
        public Strand strand(Runnable work) {
            return new Coroutine(work);
        }

        @Override
        public void endLife() {
            // Nothing is left of it.
        }
    };

    /**
     * An empty database for one life.
     *
     * @param steps told of every step of every transaction of its ledgers
     */
    SimulatedDatabase database(LedgerSteps steps, IdSource ids);

    /**
     * An empty disk for one phone.
     *
     * @param fates asked before every commit
     * @param written told after every commit
     */
    SimulatedDisk disk(Supplier<SimulatedDisk.Fate> fates, Runnable written);

    /** What an instance of the server does, which uses the database. */
    Strand strand(Runnable work);

    /** The life is over, in whatever state it is. */
    void endLife();
}
