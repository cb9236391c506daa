package org.tournee.server.sync;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;

/**
 * The store as synchronisation sees it: what taking in a push, answering a pull and telling a phone where it stands need
 * of it, and nothing else. PostgreSQL is behind it in the service, memory in a simulation.
 *
 * <p>Every implementation keeps to this, and one contract test holds them all to it:
 *
 * <ul>
 *   <li>A transaction sees what was committed before each of its steps, and its own writes (READ COMMITTED). Nobody else
 *       sees those before the commit, and all of them at once then.
 *   <li>Locks of streams, heads and audit chains last until the transaction ends. They are taken in that order, and heads
 *       in the order of their ids. Whoever holds a head gives out its positions, so that positions become visible in
 *       their order.
 *   <li>Whatever the work throws undoes the transaction.
 *   <li>What may succeed later fails with what {@link org.tournee.server.store.TemporaryFailure} recognises.
 * </ul>
 */
public interface SyncLedger {

    /**
     * Does the work in one transaction; it joins the one that runs already in this thread, if any.
     *
     * @return what the work returns, once it is committed
     */
    <R extends @Nullable Object> R write(OrganisationId organisation, Function<SyncTransaction, R> work);
}
