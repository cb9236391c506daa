package org.tournee.mobile.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tournee.sync.Wire;

/** What a store keeps, sealed, in one SQLite file. */
final class SqliteDisk implements PhoneDisk {

    private final SqliteFile file;
    private final Sealing sealing;
    private final SealedFacts facts;
    private final DraftTable drafts;
    private final RecordTable records;
    private final OutboxTable outbox;
    private final FormerTable former;

    private SqliteDisk(SqliteFile file, Sealing sealing) {
        this.file = file;
        this.sealing = sealing;
        this.facts = new SealedFacts(sealing);
        this.drafts = new DraftTable(sealing);
        this.records = new RecordTable(sealing);
        this.outbox = new OutboxTable(sealing);
        this.former = new FormerTable(sealing);
    }

    /** The disk of a file. */
    static SqliteDisk of(SqliteFile file, Sealing sealing) {
        return new SqliteDisk(file, sealing);
    }

    @Override
    public Kept load() {
        return file.read(db -> {
            RecordTable.Stored stored = records.readAll(db);
            if (!stored.whole()) {
                mend(db, stored);
            }
            Map<String, String> known = facts.readAll(db);
            StreamIdentity identity = Wire.read(StreamIdentity.class, known.getOrDefault(SealedFacts.IDENTITY, ""));
            Chain chain = OutboxTable.readChain(db);
            RecoveryTable.renew(db, sealing, known);
            return new Kept(
                    known,
                    drafts.readAll(db),
                    chain,
                    stored.buckets(),
                    outbox.readAll(db, identity.streamId(), chain),
                    DoorTable.readAll(db),
                    former.readAll(db));
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
            if (steps.stream().anyMatch(SqliteDisk::concernsRecovery)) {
                RecoveryTable.renew(db, sealing, facts.readAll(db));
            }
        });
    }

    /** Whether the store writes to another stream from now on, or seals to another key. */
    private static boolean concernsRecovery(Step step) {
        return step instanceof Succeed || (step instanceof KeepFact fact && SealedFacts.DOOR_KEY.equals(fact.name()));
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
        } else {
            writeIdentity(db, step);
        }
    }

    /** What concerns whose store it is, and what leaves it without the PIN. */
    private void writeIdentity(Connection db, Step step) throws SQLException {
        if (step instanceof KeepEnvelopes kept) {
            DoorTable.keep(db, kept.envelopes());
        } else if (step instanceof ForgetEnvelopes forgotten) {
            DoorTable.forget(db, forgotten.envelopes());
        } else if (step instanceof PutAside aside) {
            former.keep(db, aside.former());
        } else if (step instanceof ForgetFormer forgotten) {
            FormerTable.forget(db, forgotten.former());
        } else if (step instanceof Succeed succeed) {
            facts.keep(db, SealedFacts.IDENTITY, Wire.json(succeed.successor()));
            OutboxTable.clear(db);
            SqliteFile.execute(db, "DELETE FROM envelope");
            DoorTable.keepAddress(db, DoorAddress.of(succeed.successor()));
        } else if (step instanceof KeepLock kept) {
            LockTable.keep(db, kept.lock());
        } else if (step instanceof KeepTries kept) {
            LockTable.keepTries(db, kept.tries());
        }
    }

    @Override
    public PinTry.Guard guard() {
        return file.read(LockTable::guard);
    }

    @Override
    public long bytes() {
        return file.bytes();
    }

    @Override
    public OptionalLong freeBytes() {
        return file.freeBytes();
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
