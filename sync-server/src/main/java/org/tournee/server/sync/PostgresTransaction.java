package org.tournee.server.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.database.DatabaseException;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.ChildFacts;
import org.tournee.server.store.ErasedDossiers;
import org.tournee.server.store.Grants;
import org.tournee.server.store.LinkTable;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RedirectTable;
import org.tournee.server.store.Sealing;
import org.tournee.server.store.SealingKey;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.UnopenedDossiers;
import org.tournee.server.store.Workspace;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;

/** A transaction of PostgreSQL: each step is one statement or two. */
final class PostgresTransaction implements SyncTransaction {

    private static final Set<RecordKind> COURSE =
            Set.of(RecordKind.DOSSIER, RecordKind.STAY, RecordKind.SEGMENT_CHANGE);

    private final Connection connection;
    private final OrganisationId organisation;
    private final PostgresLedger.Tables tables;

    /** Those looked up or made here. */
    private final Map<UUID, SealingKey> keys = new HashMap<>();

    /** Lines that are being sealed already. */
    private List<Line> coming = List.of();

    private Sealing sealing = Sealing.NOTHING;

    PostgresTransaction(Connection connection, OrganisationId organisation, PostgresLedger.Tables tables) {
        this.connection = connection;
        this.organisation = organisation;
        this.tables = tables;
    }

    @Override
    public Organisations.Row organisation() {
        return tables.organisations().find(organisation);
    }

    @Override
    public Optional<StreamRow> stream(StreamId id) {
        return ask(asked -> tables.streams().find(asked, organisation, id));
    }

    @Override
    public Optional<StreamRow> lockStream(StreamId id) {
        return ask(asked -> tables.streams().lock(asked, organisation, id));
    }

    @Override
    public void advance(StreamId id, long lastOpSeq, String lastHash, Instant seenAt) {
        change(changed -> tables.streams().advance(changed, organisation, id, lastOpSeq, lastHash, seenAt));
    }

    @Override
    public void freeze(StreamRow stream, Line evidence, Instant at) {
        change(changed -> {
            tables.streams().freeze(changed, organisation, stream.id());
            UUID owner = stream.worker().value();
            Map<UUID, SealingKey> own = tables.keyring().find(changed, organisation, Set.of(owner));
            SealingKey key = Objects.requireNonNull(own.get(owner), "A worker has a key");
            tables.log().keepEvidence(changed, organisation, stream.id(), evidence, key, at);
        });
    }

    @Override
    public Set<StreamId> family(StreamId id) {
        return ask(asked -> tables.streams().family(asked, organisation, id));
    }

    @Override
    public String mintEpoch(String seen) {
        return ask(asked -> tables.epochs().mint(asked, organisation, seen));
    }

    @Override
    public void noteGap(StreamRow stream, long from, long to, Instant at) {
        change(changed -> tables.streams().noteGap(changed, organisation, stream.id(), from, to, at));
    }

    @Override
    public Map<Long, HeldOperation> held(StreamId stream, Collection<Long> opSeqs) {
        return ask(asked -> tables.log().held(asked, organisation, stream, opSeqs));
    }

    @Override
    public void requireReplayed() {
        change(changed -> tables.streams().requireReplayed(changed));
    }

    @Override
    public OptionalLong heldAs(StreamId stream, String hash) {
        return ask(asked -> tables.log().find(asked, organisation, stream, hash));
    }

    @Override
    public Set<DossierId> existing(StreamRow stream, Set<DossierId> dossiers) {
        UUID own = stream.worker().value();
        Set<UUID> owners = new HashSet<>(Set.of(own));
        dossiers.forEach(dossier -> owners.add(dossier.value()));
        change(changed -> {
            keys.putAll(tables.keyring().find(changed, organisation, owners));
            if (!keys.containsKey(own)) {
                keys.putAll(tables.keyring().make(changed, organisation, Set.of(own)));
            }
        });
        return dossiers.stream()
                .filter(dossier -> keys.containsKey(dossier.value()))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<DossierId> erased(Set<DossierId> dossiers) {
        Set<DossierId> erased = ask(asked -> ErasedDossiers.among(asked, organisation, dossiers));
        tables.keyring()
                .forget(organisation, erased.stream().map(DossierId::value).toList());
        return erased;
    }

    @Override
    public Set<DossierId> unopened(Set<DossierId> ids) {
        return ask(asked -> UnopenedDossiers.among(asked, organisation, ids));
    }

    @Override
    public void makeKeys(Set<DossierId> opened) {
        List<UUID> owners = opened.stream().map(DossierId::value).toList();
        change(changed -> keys.putAll(tables.keyring().findOrMake(changed, organisation, owners)));
    }

    @Override
    public void logSoon(StreamRow stream, List<Line> lines) {
        coming = lines;
        sealing = Sealing.begin(lines, line -> keyOf(stream, line).seal(stream.id(), line.opSeq(), line.bytes()));
    }

    /** What is written to a dossier is sealed under its key, all else under its worker's. */
    private SealingKey keyOf(StreamRow stream, Line line) {
        SealingKey own = Objects.requireNonNull(keys.get(stream.worker().value()), "A worker has a key");
        Operation operation = line.operation();
        return operation == null ? own : keys.getOrDefault(operation.dossierId().value(), own);
    }

    @Override
    public void log(StreamRow stream, List<Line> lines, Map<Long, Outcome> outcomes, Instant receivedAt) {
        if (!lines.equals(coming)) {
            logSoon(stream, lines);
        }
        List<byte[]> sealed = sealing.done();
        List<OperationLog.Entry> entries = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            Operation operation = line.operation();
            Outcome outcome = outcomes.get(line.opSeq());
            entries.add(
                    operation != null && outcome != null && outcome.verdict() == Outcome.Verdict.ERASED
                            ? OperationLog.Entry.stub(
                                    line, operation.dossierId().value())
                            : new OperationLog.Entry(line, keyOf(stream, line).owner(), sealed.get(at)));
        }
        change(changed -> tables.log().insert(changed, organisation, stream.id(), entries, outcomes, receivedAt));
    }

    @Override
    public void decide(StreamId stream, List<Outcome> outcomes) {
        change(changed -> tables.log().decide(changed, organisation, stream, outcomes));
    }

    @Override
    public Set<RecordId> returnedCreations(Set<RecordId> records) {
        return ask(asked -> tables.log().returnedCreations(asked, organisation, records));
    }

    @Override
    public List<Operation> inserts(Set<StreamId> streams, Set<RecordId> records) {
        return ask(asked -> {
            List<OperationLog.Sealed> found = tables.log().inserts(asked, organisation, streams, records);
            Set<UUID> owners = found.stream().map(OperationLog.Sealed::owner).collect(Collectors.toSet());
            Map<UUID, SealingKey> known = tables.keyring().find(asked, organisation, owners);
            List<Operation> inserts = new ArrayList<>();
            for (OperationLog.Sealed sealed : found) {
                SealingKey key = known.get(sealed.owner());
                if (key != null) { // else it was erased with its dossier
                    inserts.add(OperationBytes.read(key.open(sealed.stream(), sealed.opSeq(), sealed.bytes())));
                }
            }
            return inserts;
        });
    }

    @Override
    public Map<RecordId, BucketId> buckets(Set<RecordId> records) {
        return ask(asked -> tables.records().buckets(asked, organisation, records));
    }

    @Override
    public Map<UUID, UUID> redirects(Set<UUID> ids) {
        return ask(asked -> RedirectTable.ends(asked, organisation, ids));
    }

    @Override
    public Set<RecordId> conflictSubjects(Set<RecordId> conflicts) {
        return ask(asked -> tables.conflicts().of(asked, organisation, conflicts));
    }

    @Override
    public Set<RecordId> conflictsAbout(Set<RecordId> subjects) {
        return ask(asked -> tables.conflicts().about(asked, organisation, subjects));
    }

    @Override
    public Map<RecordId, WorkerId> authors(Set<RecordId> records) {
        return ask(asked -> tables.records().authors(asked, organisation, records));
    }

    @Override
    public Set<RecordId> courses(Set<DossierId> dossiers) {
        return ask(asked -> tables.records().ofKinds(asked, organisation, dossiers, COURSE));
    }

    @Override
    public Optional<OrganisationProfile> profile() {
        return ask(asked -> Profiles.latest(asked, organisation, RecordKind.PROFILE, OrganisationProfile.class));
    }

    @Override
    public Set<RecordId> relatives(Set<RecordId> parents, Set<RecordId> children) {
        return ask(asked -> ChildFacts.relatives(asked, organisation, parents, children));
    }

    @Override
    public void load(Workspace workspace, Collection<BucketId> buckets, Collection<RecordId> records) {
        change(changed -> tables.workspaces().load(changed, organisation, workspace, buckets, records));
    }

    @Override
    public void flush(Workspace workspace) {
        change(changed -> tables.workspaces().flushOperations(changed, organisation, workspace));
    }

    @Override
    public LinkTable.Standing standing(WorkerId worker) {
        return ask(asked -> tables.links().standing(asked, organisation, worker));
    }

    @Override
    public Map<DossierId, LinkTable.Links> links(
            WorkerId worker, LinkTable.Standing standing, Collection<DossierId> dossiers, LocalDate today) {
        return ask(asked -> tables.links().links(asked, organisation, worker, standing, dossiers, today));
    }

    @Override
    public int dossiersOf(WorkerId worker) {
        return ask(asked -> new Grants(asked, organisation).dossiersOf(worker));
    }

    @Override
    public void give(WorkerId worker, Set<DossierId> opened, Instant at) {
        List<Grants.Grant> given = opened.stream()
                .map(dossier -> new Grants.Grant(worker, BucketId.service(dossier)))
                .toList();
        change(changed -> new Grants(changed, organisation).give(given, at));
    }

    @Override
    public Map<DossierId, Set<Long>> grantEpochs(WorkerId worker, Collection<DossierId> dossiers) {
        return ask(asked -> tables.links().grantEpochs(asked, organisation, worker, dossiers));
    }

    @Override
    public FeedSnapshot snapshot(StreamRow stream, Map<String, Long> cursors, @Nullable LocalDate soon) {
        return ask(asked -> tables.feed().read(asked, organisation, stream, cursors, soon));
    }

    @Override
    public void audit(List<AuditEntry> entries) {
        change(changed -> tables.audit().append(changed, organisation, entries));
    }

    @Override
    public Savepoint savepoint() {
        java.sql.Savepoint savepoint = ask(Connection::setSavepoint);
        return () -> change(changed -> changed.rollback(savepoint));
    }

    private <R extends @Nullable Object> R ask(Database.Work<R> question) {
        try {
            return question.with(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private void change(Change change) {
        ask(changed -> {
            change.make(changed);
            return null;
        });
    }

    private interface Change {
        void make(Connection connection) throws SQLException;
    }
}
