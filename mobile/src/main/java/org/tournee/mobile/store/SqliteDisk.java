package org.tournee.mobile.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** What a store keeps, sealed, in one SQLite file. */
final class SqliteDisk implements PhoneDisk {

    private final SqliteFile file;
    private final SealedFacts facts;
    private final DraftTable drafts;
    private final RecordTable records;
    private final OutboxTable outbox;

    private SqliteDisk(SqliteFile file, Sealing sealing, StreamId stream) {
        this.file = file;
        this.facts = new SealedFacts(sealing);
        this.drafts = new DraftTable(sealing);
        this.records = new RecordTable(sealing);
        this.outbox = new OutboxTable(sealing, stream);
    }

    /** The disk of a file that was begun already. */
    static SqliteDisk open(SqliteFile file, Sealing sealing) {
        String identity = file.read(new SealedFacts(sealing)::readAll).getOrDefault(SealedFacts.IDENTITY, "");
        return new SqliteDisk(
                file, sealing, Wire.read(StreamIdentity.class, identity).streamId());
    }

    /** The disk of a new file, which names the stream that it is of in the same transaction as everything else. */
    static SqliteDisk begin(SqliteFile file, Sealing sealing, StreamId stream) {
        return new SqliteDisk(file, sealing, stream);
    }

    @Override
    public Kept load() {
        return file.read(db -> {
            Chain chain = OutboxTable.readChain(db);
            RecordTable.Stored stored = records.readAll(db);
            if (!stored.whole()) {
                mend(db, stored);
            }
            return new Kept(facts.readAll(db), drafts.readAll(db), chain, stored.buckets(), outbox.readAll(db, chain));
        });
    }

    /** What was damaged is fetched again, even where nothing is new; what belongs to nothing any more goes. */
    private void mend(Connection db, RecordTable.Stored stored) throws SQLException {
        RecordTable.deleteOthers(db, stored.buckets().values());
        facts.keep(db, SealedFacts.DIGEST, null);
    }

    @Override
    public void commit(List<Step> steps) {
        file.write(db -> {
            for (Step step : steps) {
                write(db, step);
            }
        });
    }

    private void write(Connection db, Step step) throws SQLException {
        if (step instanceof KeepFact fact) {
            facts.keep(db, fact.name(), fact.value());
        } else if (step instanceof KeepDraft kept) {
            drafts.keep(db, kept.form(), kept.draft());
        } else if (step instanceof ForgetDraft forgotten) {
            drafts.forget(db, forgotten.draft());
        } else if (step instanceof KeepChain stands) {
            OutboxTable.keepChain(db, stands.chain());
        } else if (step instanceof Insert insert) {
            outbox.insert(db, insert.made());
        } else if (step instanceof Update update) {
            outbox.update(db, update.changed());
        } else if (step instanceof LetGo letGo) {
            outbox.delete(db, letGo.gone());
        } else if (step instanceof Receive receive) {
            records.write(db, receive.buckets(), receive.group());
        } else if (step instanceof Purge purge) {
            for (HeldBucket bucket : purge.buckets()) {
                records.purge(db, bucket);
            }
        }
    }

    @Override
    public void allowPages(int more) {
        file.allowPages(more);
    }

    @Override
    public void close() {
        file.close();
    }
}
