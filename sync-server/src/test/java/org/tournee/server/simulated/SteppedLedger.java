package org.tournee.server.simulated;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.sync.LedgerSteps;
import org.tournee.server.sync.LedgerSteps.Step;
import org.tournee.server.sync.SyncLedger;
import org.tournee.server.sync.SyncTransaction;

/** A real ledger that tells of each step of its transactions, as the one in memory does. */
final class SteppedLedger implements SyncLedger {

    private final SyncLedger real;
    private final Transactions transactions;
    private final LedgerSteps steps;

    SteppedLedger(SyncLedger real, Transactions transactions, LedgerSteps steps) {
        this.real = real;
        this.transactions = transactions;
        this.steps = steps;
    }

    @Override
    public <R extends @Nullable Object> R write(OrganisationId organisation, Function<SyncTransaction, R> work) {
        return transactions.run(() -> real.write(organisation, transaction -> work.apply(telling(transaction))));
    }

    private SyncTransaction telling(SyncTransaction transaction) {
        return (SyncTransaction) Proxy.newProxyInstance(
                SteppedLedger.class.getClassLoader(),
                new Class<?>[] {SyncTransaction.class},
                (proxy, method, arguments) -> {
                    boolean locks = locks(method.getName());
                    if (locks) {
                        steps.at(Step.BEFORE_LOCK, method.getName());
                    }
                    Object result;
                    try {
                        result = method.invoke(transaction, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (locks) {
                        steps.at(Step.LOCKED, method.getName());
                    }
                    steps.at(after(method.getName()), method.getName());
                    return result;
                });
    }

    private static boolean locks(String method) {
        return switch (method) {
            case "lockStream", "load", "freeze", "audit", "mintEpoch" -> true;
            default -> false;
        };
    }

    private static Step after(String method) {
        return switch (method) {
            case "log", "decide" -> Step.LOGGED;
            case "flush" -> Step.POSITIONS_GIVEN;
            case "savepoint" -> Step.SAVEPOINT;
            default -> Step.READ;
        };
    }
}
