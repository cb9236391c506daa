package org.tournee.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.endtoend.Demo;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.BucketId;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.StreamId;

/** Prepares in the server's database what would take its doors too long: devices by the hundred, whole caseloads. */
final class BenchDatabase implements AutoCloseable {

    /** A device that may sign in with its refresh token, and a dossier that its worker holds. */
    record Enrolled(WorkerId worker, StreamId stream, String refreshToken, DossierId dossier) {}

    /** Enough to find somebody else among. */
    private static final int WORKERS = 10;

    private final Connection connection;

    BenchDatabase(Demo demo) throws SQLException {
        connection = DriverManager.getConnection(demo.database(), "postgres", "");
    }

    /** Devices of all workers who hold a dossier, in turn, each writing to another dossier of theirs. */
    List<Enrolled> enrol(int devices) throws SQLException {
        List<Enrolled> enrolled = new ArrayList<>();
        for (Map.Entry<WorkerId, DossierId> holding : holdings(devices)) {
            StreamId stream = new StreamId(UUID.randomUUID());
            String token = UUID.randomUUID().toString();
            enrolled.add(new Enrolled(holding.getKey(), stream, token, holding.getValue()));
        }
        insert(enrolled);
        return enrolled;
    }

    /** Dossiers with their referents, each of somebody else as long as there are such. */
    List<Map.Entry<WorkerId, DossierId>> holdings(int count) throws SQLException {
        List<Map.Entry<WorkerId, DossierId>> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select g.worker_id, substr(g.bucket_id, 3, 36)::uuid,
                       row_number() over (partition by g.worker_id order by g.bucket_id) as turn
                from bucket_grant g join referent_fact r
                  on r.org_id = g.org_id and r.worker_id = g.worker_id
                     and 'd/' || r.dossier_id || '/s' = g.bucket_id and r.until_day is null
                where g.ended_at is null order by turn, g.worker_id""");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(Map.entry(
                        new WorkerId(rows.getObject(1, UUID.class)), new DossierId(rows.getObject(2, UUID.class))));
            }
        }
        List<Map.Entry<WorkerId, DossierId>> taken = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            taken.add(all.get(number % all.size()));
        }
        return taken;
    }

    private void insert(List<Enrolled> devices) throws SQLException {
        try (PreparedStatement stream = connection.prepareStatement("""
                        insert into stream (org_id, stream_id, worker_id, device_name, state, enrolled_at, seen_at)
                        select org_id, ?, ?, 'bench', 'ACTIVE', now(), now() from organisation""");
                PreparedStatement token = connection.prepareStatement("""
                        insert into refresh_token (org_id, token_hash, worker_id, stream_id, expires_at)
                        select org_id, ?, ?, ?, now() + interval '1 day' from organisation""")) {
            for (Enrolled device : devices) {
                stream.setObject(1, device.stream().value());
                stream.setObject(2, device.worker().value());
                stream.addBatch();
                token.setString(1, hash(device.refreshToken()));
                token.setObject(2, device.worker().value());
                token.setObject(3, device.stream().value());
                token.addBatch();
            }
            stream.executeBatch();
            token.executeBatch();
        }
    }

    /** As the server keeps a token. */
    private static String hash(String token) {
        return OperationBytes.hash(token.getBytes(StandardCharsets.UTF_8));
    }

    /** How far every bucket is. */
    Map<String, Long> heads() throws SQLException {
        Map<String, Long> heads = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select bucket_id, head from bucket");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                heads.put(rows.getString(1), rows.getLong(2));
            }
        }
        return heads;
    }

    /** Makes the worker who signs in so the referent of so many dossiers, which were of others; of none of {@code apart}. */
    void refer(String login, int dossiers, List<DossierId> apart) throws SQLException {
        WorkerId worker = worker(login);
        DossierId always = holdings(apart.size() + 1).stream()
                .map(Map.Entry::getValue)
                .filter(dossier -> !apart.contains(dossier))
                .findFirst()
                .orElseThrow();
        holdOnly(worker, always, dossiers, apart);
        try (PreparedStatement terms = connection.prepareStatement("""
                update referent_fact r set worker_id = ? where until_day is null and role = 'REFERENT'
                and exists (select 1 from bucket_grant g where g.worker_id = ? and g.ended_at is null
                            and g.bucket_id = 'd/' || r.dossier_id || '/s')""")) {
            terms.setObject(1, worker.value());
            terms.setObject(2, worker.value());
            terms.executeUpdate();
        }
    }

    /** How somebody else signs in, who holds a dossier. */
    String colleague(String login) throws SQLException {
        WorkerId worker = worker(login);
        for (Map.Entry<WorkerId, DossierId> holding : holdings(WORKERS)) {
            if (!holding.getKey().equals(worker)) {
                return login(holding.getKey());
            }
        }
        throw new AssertionError("Nobody else holds a dossier");
    }

    private WorkerId worker(String login) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select worker_id from worker where login = ?")) {
            select.setString(1, login);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return new WorkerId(rows.getObject(1, UUID.class));
            }
        }
    }

    /** How a worker signs in. */
    String login(WorkerId worker) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select login from worker where worker_id = ?")) {
            select.setObject(1, worker.value());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /**
     * Lets a worker hold exactly so many dossiers, {@code always} among them and no other one of {@code apart}. The database
     * plans with it, as it would a minute later.
     */
    void holdOnly(WorkerId worker, DossierId always, int dossiers, List<DossierId> apart) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(
                        "update bucket_grant set ended_at = now() where worker_id = ? and ended_at is null"
                                + " and bucket_id like 'd/%'");
                PreparedStatement give = connection.prepareStatement("""
                        insert into bucket_grant (org_id, worker_id, bucket_id, grant_epoch, granted_at)
                        select b.org_id, ?, b.bucket_id, 1 + coalesce((
                            select max(g.grant_epoch) from bucket_grant g where g.org_id = b.org_id
                            and g.worker_id = ? and g.bucket_id = b.bucket_id), 0), now()
                        from bucket b where b.bucket_id = ? or (b.bucket_id like 'd/%/s' and b.bucket_id <> all (?))
                        order by b.bucket_id <> ?, b.bucket_id limit ?""")) {
            end.setObject(1, worker.value());
            end.executeUpdate();
            give.setObject(1, worker.value());
            give.setObject(2, worker.value());
            give.setString(3, service(always));
            give.setArray(
                    4,
                    connection.createArrayOf(
                            "text", apart.stream().map(BenchDatabase::service).toArray()));
            give.setString(5, service(always));
            give.setInt(6, dossiers);
            if (give.executeUpdate() != dossiers) {
                throw new AssertionError("The service has not so many dossiers");
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze bucket_grant");
        }
    }

    private static String service(DossierId dossier) {
        return BucketId.service(dossier).value();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
