package org.tournee.server.store;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.tournee.organisation.OrganisationId;

/** Tells what a transaction changed, once it is committed. */
public abstract class CommitNews<T> {

    private final TransactionOperations<Connection> transactions;
    private final List<BiConsumer<OrganisationId, T>> listeners = new CopyOnWriteArrayList<>();

    CommitNews(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Tells the listener from now on; it must be quick. */
    public void listen(BiConsumer<OrganisationId, T> listener) {
        listeners.add(listener);
    }

    void afterCommit(OrganisationId organisation, T news) {
        transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("News is of a transaction"))
                .registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        listeners.forEach(listener -> listener.accept(organisation, news));
                    }
                });
    }
}
