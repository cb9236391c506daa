package org.tournee.server.simulated;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tournee.server.database.Database;
import org.tournee.server.sync.LedgerSteps;
import org.tournee.server.sync.LedgerSteps.Step;

/** The real transactions of one instance, which tell of their beginnings, their statements and their ends. */
final class Transactions {

    private final Database database;
    private final Backends backends;
    private final LedgerSteps steps;
    private final Runnable committed;

    /** @param committed told after each commit, before anybody else goes on */
    Transactions(Database database, Backends backends, LedgerSteps steps, Runnable committed) {
        this.database = database;
        this.backends = backends;
        this.steps = steps;
        this.committed = committed;
    }

    /** Does the work in one transaction, which whatever is real within it joins. */
    <R extends @Nullable Object> R run(Supplier<R> work) {
        boolean done = false;
        R result;
        try {
            result = database.write(connection -> backends.serve(connection, () -> {
                steps.at(Step.BEGUN, "");
                R made = telling(work);
                steps.at(Step.BEFORE_COMMIT, "");
                return made;
            }));
            done = true;
        } finally {
            if (!done) {
                steps.at(Step.UNDONE, "");
            }
        }
        committed.run();
        steps.at(Step.COMMITTED, "");
        return result;
    }

    /** Each statement is a step too. */
    private <R extends @Nullable Object> R telling(Supplier<R> work) {
        SteppingDriver.tell(() -> steps.at(Step.STATEMENT, ""));
        try {
            return work.get();
        } finally {
            SteppingDriver.tellNobody();
        }
    }
}
