package org.tournee.server.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.store.LinkTable;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/** One transaction of a {@link SyncLedger}, in one organisation. It is used by one thread, and not after its end. */
public interface SyncTransaction {

    /** The organisation's name and zone; its epoch may have changed since: a stream's row tells the current one. */
    Organisations.Row organisation();

    // Streams

    /** The stream, if there is one of that id. */
    Optional<StreamRow> stream(StreamId id);

    /** The stream, locked until the transaction ends: the first lock of all. */
    Optional<StreamRow> lockStream(StreamId id);

    /** Moves the stream, which is locked, to the last operation held. */
    void advance(StreamId id, long lastOpSeq, String lastHash, Instant seenAt);

    /** Lets the stream take nothing more, and keeps the line that does not fit it as evidence. */
    void freeze(StreamRow stream, Line evidence, Instant at);

    /** All streams that grew out of the file of this one, this one included; none where it has no family. */
    Set<StreamId> family(StreamId id);

    /**
     * Gives the organisation a new epoch: a phone has seen what the server does not have.
     *
     * @param seen the epoch that is to end; where it ended already, nothing happens
     * @return the one that holds now
     */
    String mintEpoch(String seen);

    /** Notes that operations of the stream are lost, from the one to the other. */
    void noteGap(StreamRow stream, long from, long to, Instant at);

    /**
     * Fails for now where the database was set back and the archive is not replayed yet: what nobody else has any more may
     * be there. Called with the stream locked, which the replay waits for.
     */
    void requireReplayed();

    // The log

    /** What became of those operations that the log holds. */
    Map<Long, HeldOperation> held(StreamId stream, Collection<Long> opSeqs);

    /** The number of an operation that the log holds, by the hash of its bytes. */
    OptionalLong heldAs(StreamId stream, String hash);

    /**
     * Those of the dossiers that exist. What the stream writes to them is logged under the dossier's key, all else under
     * its worker's.
     */
    Set<DossierId> existing(StreamRow stream, Set<DossierId> dossiers);

    /** Those of the dossiers that were erased. Rule: R-GDPR. */
    Set<DossierId> erased(Set<DossierId> dossiers);

    /** Those of the ids under which a dossier can be opened: nothing has them, and no dossier ever had. */
    Set<DossierId> unopened(Set<DossierId> ids);

    /** Makes the keys of dossiers that are opened: from then on they are among the {@link #existing}. */
    void makeKeys(Set<DossierId> opened);

    /** Lines that will be logged, after {@link #existing} was asked for their dossiers: sealing them may begin. */
    void logSoon(StreamRow stream, List<Line> lines);

    /**
     * Logs lines verbatim, after {@link #existing} was asked for their dossiers.
     *
     * Of those whose outcome is {@code ERASED} only their place is kept.
     *
     * @param outcomes by number; none where it is not known yet what becomes of them: see {@link #decide}
     */
    void log(StreamRow stream, List<Line> lines, Map<Long, Outcome> outcomes, Instant receivedAt);

    /** Stores what became of lines that were logged before. */
    void decide(StreamId stream, List<Outcome> outcomes);

    /** Those of the records whose creation was returned to its author. */
    Set<RecordId> returnedCreations(Set<RecordId> records);

    /** What those streams inserted under those ids, as they sent it. */
    List<Operation> inserts(Set<StreamId> streams, Set<RecordId> records);

    // Records

    /** In which bucket each of those records is; those that do not exist are missing. */
    Map<RecordId, BucketId> buckets(Set<RecordId> records);

    /** The records that those conflicts are about. */
    Set<RecordId> conflictSubjects(Set<RecordId> conflicts);

    /** The conflicts that are about those records, settled ones included. */
    Set<RecordId> conflictsAbout(Set<RecordId> subjects);

    /** Who made each of those records; those that do not exist or have no author are missing. */
    Map<RecordId, WorkerId> authors(Set<RecordId> records);

    /** The dossiers' own records and those of which the course of their segments consists. */
    Set<RecordId> courses(Set<DossierId> dossiers);

    /** The organisation's profile in force; empty where it has none yet. */
    Optional<OrganisationProfile> profile();

    /** The records that hang on {@code parents}, and those that {@code children} hang on. */
    Set<RecordId> relatives(Set<RecordId> parents, Set<RecordId> children);

    /** Locks the buckets, which are made where they do not exist, and fills the workspace with those of the records. */
    void load(Workspace workspace, Collection<BucketId> buckets, Collection<RecordId> records);

    /** Writes what was put into the workspace: heads, records, facts, conflicts, audit. */
    void flush(Workspace workspace);

    /**
     * Where those ids lead after merges of duplicates, to the end; those that lead nowhere else are missing. Rule: R-DUP.
     */
    Map<UUID, UUID> redirects(Set<UUID> ids);

    // What decides access

    /** What a worker is; nobody where they do not exist or do not work here any more. */
    LinkTable.Standing standing(WorkerId worker);

    /** The links of a worker to those of the dossiers for which anybody answers. */
    Map<DossierId, LinkTable.Links> links(
            WorkerId worker, LinkTable.Standing standing, Collection<DossierId> dossiers, LocalDate today);

    /** How many dossiers the worker's phones hold. */
    int dossiersOf(WorkerId worker);

    /** Gives the worker dossiers that they opened; their buckets are locked. */
    void give(WorkerId worker, Set<DossierId> opened, Instant at);

    /** Every epoch in which the worker held the service bucket of each of those dossiers. */
    Map<DossierId, Set<Long>> grantEpochs(WorkerId worker, Collection<DossierId> dossiers);

    // The feed

    /**
     * What the stream's worker may hold, what the stream has to give back, and the rows after the cursors, in one snapshot.
     *
     * @param cursors by bucket, in the order in which rows are wanted; where it is empty, no rows and all that is granted;
     *     else, of what is granted, those and the others of their dossiers: one that appeared since may hold half of what
     *     was saved together
     * @param soon what is due until then comes first in the manifest; null for no order
     */
    FeedSnapshot snapshot(StreamRow stream, Map<String, Long> cursors, @Nullable LocalDate soon);

    // The transaction itself

    /** Appends to the audit; its chains are the last locks of all. */
    void audit(List<AuditEntry> entries);

    /** A point to go back to, locks and all else that is outside of the transaction excepted. */
    Savepoint savepoint();

    /** A point within a transaction. */
    @FunctionalInterface
    interface Savepoint {
        /** Undoes everything since; may be done again. */
        void rollback();
    }
}
