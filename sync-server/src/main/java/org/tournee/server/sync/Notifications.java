package org.tournee.server.sync;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;

/** Listens to what other instances of the server publish. Without a connection it tries again, and phones poll. */
@Context
class Notifications {

    static final String CHANNEL = "tournee_wakeups";

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int WAIT_MILLIS = 1_000;

    private final DataSource database;
    private final Wakeups wakeups;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread;

    Notifications(DataSource database, Wakeups wakeups) {
        this.database = io.micronaut.data.connection.jdbc.advice.DelegatingDataSource.unwrapDataSource(database);
        this.wakeups = wakeups;
        this.thread = Thread.ofPlatform().daemon().name("notifications").unstarted(this::run);
        thread.start();
    }

    /** @param instance whose own listeners have been told already */
    static String text(UUID instance, OrganisationId organisation, WorkerId worker, Wakeups.Kind kind) {
        return instance + " " + organisation + " " + worker + " " + kind;
    }

    private void run() {
        while (!stopped.get()) {
            try {
                listen();
            } catch (SQLException | RuntimeException e) {
                if (!stopped.get()) {
                    LOG.warn(
                            "Not listening to other instances for the moment: {}",
                            e.getClass().getSimpleName());
                    pause();
                }
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement listen = connection.createStatement()) {
            connection.setAutoCommit(true);
            listen.execute("listen " + CHANNEL);
            PGConnection notified = connection.unwrap(PGConnection.class);
            while (!stopped.get()) {
                PGNotification[] news = notified.getNotifications(WAIT_MILLIS);
                if (news != null) {
                    for (PGNotification one : news) {
                        tell(one.getParameter());
                    }
                }
            }
        }
    }

    private void tell(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length == 4 && !parts[0].equals(wakeups.instance().toString())) {
            wakeups.tell(OrganisationId.parse(parts[1]), WorkerId.parse(parts[2]), Wakeups.Kind.valueOf(parts[3]));
        }
    }

    private void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.set(true);
        }
    }

    @PreDestroy
    void stop() {
        stopped.set(true);
        thread.interrupt();
    }
}
