package org.tournee.server.simulated;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.TaskExecutors;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.DatabaseException;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.Streams;
import org.tournee.server.sync.LedgerSteps;
import org.tournee.server.sync.LedgerView;
import org.tournee.server.sync.RealDatabases;
import org.tournee.server.sync.ServiceCommands;
import org.tournee.server.sync.SimulatedDatabase;
import org.tournee.server.sync.SyncLedger;

/** One PostgreSQL, and two instances of the server over it without their doors, each with a pool of its own. */
public final class PostgresDatabases implements RealDatabases {

    /** A transaction that waits for another one goes on waiting while others go on: each holds a connection. */
    private static final String CONNECTIONS_OF_AN_INSTANCE = "60";

    private final Path secrets;
    private final EmbeddedPostgres postgres;
    private final List<ApplicationContext> instances;
    private final Connection viewer;
    private final Backends backends;
    private long lives;

    public PostgresDatabases() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "150")
                    .setServerConfig("deadlock_timeout", "10ms")
                    .start();
            secrets = Files.createTempDirectory("tournee-simulated");
            ApplicationContext first = instance(); // makes the tables and the secrets
            instances = List.of(first, instance());
            viewer = postgres.getPostgresDatabase().getConnection();
            backends = new Backends(postgres.getPostgresDatabase().getConnection());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private ApplicationContext instance() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("datasources.default.url", postgres.getJdbcUrl("postgres", "postgres"));
        properties.put("datasources.default.username", "postgres");
        properties.put("datasources.default.driver-class-name", SteppingDriver.class.getName());
        properties.put("datasources.default.maximum-pool-size", CONNECTIONS_OF_AN_INSTANCE);
        properties.put("datasources.default.minimum-idle", "4");
        properties.put("tournee.master-key-file", secrets.resolve("master.key").toString());
        properties.put("tournee.master-key-create", "true");
        properties.put("tournee.documents.folder", secrets.resolve("documents").toString());
        properties.put(
                "tournee.access.secret-file", secrets.resolve("access.secret").toString());
        properties.put("tournee.access.create-secret", "true");
        // The programs of the phone, which play the lives, log elsewhere.
        properties.put("micronaut.metrics.binders.logback.enabled", "false");
        ApplicationContext instance = ApplicationContext.run(properties);
        // What the server does by the clock on the wall is no part of a life.
        instance.getBean(ExecutorService.class, Qualifiers.byName(TaskExecutors.SCHEDULED))
                .shutdownNow();
        return instance;
    }

    @Override
    public SimulatedDatabase begin(LedgerSteps steps) {
        OrganisationId organisation = new OrganisationId(new UUID(1, ++lives));
        ApplicationContext first = instances.getFirst();
        PostgresView view = new PostgresView(
                viewer,
                organisation,
                first.getBean(RecordTable.class),
                first.getBean(Keyring.class),
                first.getBean(Streams.class));
        List<SyncLedger> ledgers = instances.stream()
                .<SyncLedger>map(instance -> new SteppedLedger(
                        instance.getBean(SyncLedger.class), transactions(instance, steps, view), steps))
                .toList();
        PostgresService service = new PostgresService(first, transactions(first, steps, view), organisation);
        service.createOrganisation();
        return new Real(organisation, ledgers, service, view);
    }

    private Transactions transactions(ApplicationContext instance, LedgerSteps steps, PostgresView view) {
        return new Transactions(instance.getBean(Database.class), backends, steps, view::refresh);
    }

    private record Real(OrganisationId organisation, List<SyncLedger> ledgers, ServiceCommands service, LedgerView view)
            implements SimulatedDatabase {

        @Override
        public SyncLedger ledger(int instance) {
            return ledgers.get(instance);
        }
    }

    @Override
    public Set<Thread> waiting(Collection<Thread> threads) {
        return backends.waiting(threads);
    }

    @Override
    public void cut(Thread thread) {
        backends.cut(thread);
    }

    @Override
    public void close() {
        instances.forEach(ApplicationContext::close);
        try {
            postgres.close();
            for (String file : List.of("master.key", "access.secret", "documents", "")) {
                Files.deleteIfExists(secrets.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
