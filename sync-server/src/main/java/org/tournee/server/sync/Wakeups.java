package org.tournee.server.sync;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.store.MovedBuckets;
import org.tournee.server.store.SqlArray;
import org.tournee.sync.BucketId;

/**
 * Tells listening workers that something moved, also those of another instance of the server. They carry no contents
 * and may be lost: whoever is woken pulls, and polls anyway.
 *
 * <p>What moved is gathered and sent by one thread, after the commit and outside of its transaction: a notification
 * inside of it would make commits wait for each other.
 */
@Singleton
public class Wakeups {

    private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);
    private static final int WAITING_AT_MOST = 10_000;

    /** What happened. */
    public enum Kind {
        /** One of the worker's buckets moved. */
        WAKE,
        /** A reminder of the worker is due. */
        REMINDER
    }

    /** Ends a subscription; does nothing the second time. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    record Listener(OrganisationId organisation, WorkerId worker) {}

    private record Moved(OrganisationId organisation, Collection<BucketId> buckets) {}

    private final UUID instance = UUID.randomUUID();
    private final Database database;
    private final Map<Listener, List<Consumer<Kind>>> listeners = new ConcurrentHashMap<>();
    private final BlockingQueue<Moved> moved = new LinkedBlockingQueue<>(WAITING_AT_MOST);
    private final Thread sender;
    private volatile boolean stopped;

    Wakeups(Database database, MovedBuckets buckets) {
        this.database = database;
        this.sender = Thread.ofPlatform().daemon().name("wakeups").unstarted(this::send);
        sender.start();
        // A full queue drops the news: a phone that missed it polls.
        buckets.listen((organisation, all) -> moved.offer(new Moved(organisation, all)));
    }

    /** Tells the workers, here and at other instances. */
    public void publish(OrganisationId organisation, Collection<WorkerId> workers, Kind kind) {
        workers.forEach(worker -> tell(organisation, worker, kind));
        database.write(connection -> {
            try (PreparedStatement notify =
                    connection.prepareStatement("select pg_notify('" + Notifications.CHANNEL + "', ?)")) {
                for (WorkerId worker : workers) {
                    notify.setString(1, Notifications.text(instance, organisation, worker, kind));
                    notify.executeQuery().close();
                }
            }
            return null;
        });
    }

    /** Calls {@code listener}, on a thread of the server's, until the subscription is closed. It must be quick. */
    public Subscription subscribe(OrganisationId organisation, WorkerId worker, Consumer<Kind> listener) {
        Listener key = new Listener(organisation, worker);
        listeners.computeIfAbsent(key, id -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.computeIfPresent(key, (same, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    /** What this instance calls itself towards the others. */
    UUID instance() {
        return instance;
    }

    /** Tells those who listen here. */
    void tell(OrganisationId organisation, WorkerId worker, Kind kind) {
        List<Consumer<Kind>> here = listeners.getOrDefault(new Listener(organisation, worker), List.of());
        here.forEach(listener -> listener.accept(kind));
    }

    private void send() {
        while (!stopped) {
            try {
                Moved first = moved.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    List<Moved> all = new ArrayList<>(List.of(first));
                    moved.drainTo(all);
                    send(all);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!stopped) { // whatever the database's trouble is, the next news must get through
                    LOG.warn("Nobody was woken: {}", e.getClass().getSimpleName());
                }
            }
        }
    }

    private void send(List<Moved> all) {
        Map<OrganisationId, Set<String>> buckets = new HashMap<>();
        for (Moved one : all) {
            Set<String> ids = buckets.computeIfAbsent(one.organisation(), id -> new HashSet<>());
            one.buckets().forEach(bucket -> ids.add(bucket.value()));
        }
        buckets.forEach((organisation, ids) -> publish(organisation, holders(organisation, ids), Kind.WAKE));
    }

    private Set<WorkerId> holders(OrganisationId organisation, Set<String> buckets) {
        return database.write(connection -> {
            Set<WorkerId> workers = new HashSet<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select distinct worker_id from bucket_grant
                    where org_id = ? and bucket_id = any(?) and ended_at is null""")) {
                select.setObject(1, organisation.value());
                select.setArray(2, new SqlArray(connection).texts(buckets, bucket -> bucket));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        workers.add(new WorkerId(rows.getObject(1, UUID.class)));
                    }
                }
            }
            return workers;
        });
    }

    @PreDestroy
    void stop() {
        stopped = true;
        sender.interrupt();
    }
}
