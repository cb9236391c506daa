package org.tournee.mobile.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecoveryKey;
import org.tournee.sync.StreamId;

/**
 * The file of one stream: one installation and one worker. A phone that two workers share holds two.
 *
 * @param path {@code stream-<id>.tournee} in the folder of the app
 */
public record PhoneFile(Path path) {

    private static final String PREFIX = "stream-";
    private static final String SUFFIX = ".tournee";
    private static final String UNFINISHED = ".new";

    /** Begins the name of a file whose PIN was forgotten: nobody unlocks it, it is only delivered. */
    private static final String LEFT = "left-";

    /** The file that was made for a stream; the name stays when another stream goes on in it. */
    public static PhoneFile of(Path folder, StreamId stream) {
        return new PhoneFile(folder.resolve(PREFIX + stream + SUFFIX));
    }

    /** The streams that a folder holds, the one used last first. */
    public static List<PhoneFile> in(Path folder) {
        return named(PREFIX, folder);
    }

    /** Those whose PIN was forgotten and of which something may still have to be delivered. */
    public static List<PhoneFile> leftIn(Path folder) {
        return named(LEFT, folder);
    }

    private static List<PhoneFile> named(String prefix, Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> isNamed(prefix, path))
                    .sorted(Comparator.comparing(PhoneFile::modified).reversed())
                    .map(PhoneFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNamed(String prefix, Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(prefix) && name.endsWith(SUFFIX);
    }

    /** When it was last written to, by the phone's clock. */
    public Instant lastUsed() {
        return modified(path);
    }

    private static Instant modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the store of a new stream and leaves it open. The file gets its name once it is whole: a phone that stops
     * in between holds no half store.
     *
     * @param refreshToken as the server gave it
     * @throws StoreException DISK_FULL or OTHER, with no file left
     */
    public static SqlitePhoneStore create(
            Path folder, StreamIdentity identity, String refreshToken, String pin, PinCost cost, Clock clock) {
        Path whole = of(folder, identity.streamId()).path();
        Path unfinished = folder.resolve(PREFIX + identity.streamId() + UNFINISHED);
        SecureRandom random = new SecureRandom();
        byte[] dataKey = new byte[Sealing.KEY_BYTES];
        random.nextBytes(dataKey);
        Sealing sealing = new Sealing(dataKey);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(unfinished);
            PinLock lock = PinLock.close(dataKey, pin, cost, random);
            try (SqliteFile file = SqliteFile.create(unfinished)) {
                SqlitePhoneStore.begin(SqliteDisk.of(file, sealing), identity, refreshToken);
                file.write(db -> {
                    LockTable.keep(db, lock);
                    DoorTable.keepAddress(db, DoorAddress.of(identity));
                });
            }
            Names.move(unfinished, whole);
        } catch (StoreException e) {
            new PhoneFile(unfinished).wipe();
            throw e;
        } catch (IOException e) {
            new PhoneFile(unfinished).wipe();
            new PhoneFile(whole).wipe(); // it may have its name already, and not for good
            throw new StoreException(Problem.OTHER, e);
        }
        return SqlitePhoneStore.open(SqliteDisk.of(SqliteFile.open(whole), sealing), clock, random);
    }

    /** Tries a PIN on the stream used last. */
    public static Unlocking unlock(Path folder, String pin, Clock clock) {
        List<PhoneFile> streams = in(folder);
        return streams.isEmpty() ? new Unlocking.None() : streams.get(0).unlock(pin, clock);
    }

    /** Tries a PIN. */
    public Unlocking unlock(String pin, Clock clock) {
        return open(file -> unlock(file, pin, clock));
    }

    /**
     * Opens the store with its own key, and gives it another PIN: the earlier one was forgotten.
     *
     * @param dataKey as the server read it from {@link #recoveryKey}
     * @return {@link Unlocking.Damaged}, with nothing changed, where the key is that of another store
     */
    public Unlocking recover(byte[] dataKey, String pin, PinCost cost, Clock clock) {
        return open(file -> {
            SecureRandom random = new SecureRandom();
            SqlitePhoneStore store = opened(file, dataKey, clock);
            PinLock lock = PinLock.close(dataKey, pin, cost, random);
            file.write(db -> {
                LockTable.keep(db, lock);
                LockTable.keepTries(db, PinTries.NONE);
            });
            return new Unlocking.Unlocked(store);
        });
    }

    private Unlocking open(Function<SqliteFile, Unlocking> opening) {
        SqliteFile file;
        try {
            file = SqliteFile.open(path);
        } catch (StoreException e) {
            return refused(e);
        }
        boolean handedOver = false;
        try {
            Unlocking result = opening.apply(file);
            handedOver = result instanceof Unlocking.Unlocked;
            return result;
        } catch (StoreException e) {
            return refused(e);
        } catch (MalformedException e) {
            return new Unlocking.Damaged(path);
        } finally {
            if (!handedOver) {
                file.close();
            }
        }
    }

    private Unlocking unlock(SqliteFile file, String pin, Clock clock) {
        PinTry tried = PinTry.of(
                file.read(LockTable::guard), pin, clock, tries -> file.write(db -> LockTable.keepTries(db, tries)));
        return tried.dataKey()
                .<Unlocking>map(dataKey -> new Unlocking.Unlocked(opened(file, dataKey, clock)))
                .orElseGet(() -> new Unlocking.WrongPin(tried.waitSeconds()));
    }

    private static SqlitePhoneStore opened(SqliteFile file, byte[] dataKey, Clock clock) {
        SqliteDisk disk = SqliteDisk.of(file, new Sealing(dataKey));
        SqlitePhoneStore store = SqlitePhoneStore.open(disk, clock, new SecureRandom());
        file.write(db -> DoorTable.keepAddress(db, DoorAddress.of(store.identity())));
        return store;
    }

    /** What can be told of it without the PIN, at one look: a file takes a moment to open. */
    public Label label() {
        return glance(db -> new Label(
                        DoorTable.readAddress(db), RecoveryTable.read(db).isPresent()))
                .orElseGet(() -> new Label(Optional.empty(), false));
    }

    /**
     * Whose a file is.
     *
     * @param address as {@link PhoneFile#address}
     * @param recoverable whether there is a {@link PhoneFile#recoveryKey}
     */
    public record Label(Optional<DoorAddress> address, boolean recoverable) {}

    /**
     * The store's key as only the server can read it; empty where the server never gave its own, where an earlier version
     * of the app wrote the file and nobody unlocked it since, or where it cannot be read now.
     *
     * @throws StoreException DISK_FULL where nothing can be looked at for want of room: what is there must not be given up
     */
    public Optional<RecoveryKey> recoveryKey() {
        try (SqliteFile file = SqliteFile.glance(path)) {
            return file.read(RecoveryTable::read);
        } catch (StoreException e) {
            if (e.problem() == Problem.DISK_FULL) {
                throw e;
            }
            return unread(e);
        } catch (MalformedException e) {
            return unread(e);
        }
    }

    /**
     * Whose it is; empty where it cannot be read now, or where an earlier version of the app wrote it and nobody unlocked
     * it since.
     */
    public Optional<DoorAddress> address() {
        return glance(DoorTable::readAddress).flatMap(address -> address);
    }

    /** What the server has not answered, sealed for it; empty where there is nothing, or it cannot be read now. */
    public Optional<Parcel> parcel() {
        return glance(db -> {
                    List<DoorEnvelope> envelopes = DoorTable.readUndelivered(db);
                    return envelopes.isEmpty()
                            ? Optional.<Parcel>empty()
                            : DoorTable.readAddress(db).map(address -> new Parcel(address, envelopes));
                })
                .flatMap(parcel -> parcel);
    }

    /** Keeps what the server answered, if nobody has unlocked it meanwhile: else they hear it by themselves. */
    public void delivered(List<Outcome> outcomes) {
        glance(db -> {
            DoorTable.delivered(db, outcomes);
            return Boolean.TRUE;
        });
    }

    /** The server lacks operations from that one on: they are delivered again. */
    public void deliverAgainFrom(long opSeq) {
        glance(db -> {
            DoorTable.undelivered(db, opSeq);
            return Boolean.TRUE;
        });
    }

    private <T> Optional<T> glance(SqliteFile.Work<T> work) {
        try (SqliteFile file = SqliteFile.glance(path)) {
            return Optional.of(file.read(work));
        } catch (StoreException | MalformedException e) {
            return unread(e);
        }
    }

    /** Open elsewhere, damaged or newer: it stays as it is, and whoever unlocks it is told. */
    private static <T> Optional<T> unread(RuntimeException e) {
        System.getLogger(PhoneFile.class.getName()).log(System.Logger.Level.DEBUG, "not to be read now", e);
        return Optional.empty();
    }

    /**
     * Gives the file up to delivery: its PIN was forgotten, and nobody will unlock it again.
     *
     * @return the file under its new name
     */
    public PhoneFile leaveBehind() {
        glance(DoorTable::readAddress); // closing it again brings everything into the one file that is renamed
        Path left = path.resolveSibling(LEFT + path.getFileName().toString().substring(PREFIX.length()));
        try {
            Names.move(path, left);
        } catch (IOException e) {
            throw new StoreException(Problem.OTHER, e);
        }
        return new PhoneFile(left);
    }

    /**
     * Removes it for good with its documents. They go first: as long as it stands, a wipe that was cut short begins again
     * once it is opened. It must not be open.
     */
    public void wipe(DocumentFiles documents) {
        documents.wipe();
        wipe();
    }

    /** Removes it for good, after whatever SQLite keeps beside it. It must not be open. */
    public void wipe() {
        try {
            for (String besides : List.of("-wal", "-shm", "-journal", "")) {
                Files.deleteIfExists(path.resolveSibling(path.getFileName() + besides));
            }
        } catch (IOException e) {
            throw new StoreException(Problem.OTHER, e);
        }
    }

    private Unlocking refused(StoreException e) {
        return switch (e.problem()) {
            case NEWER_THAN_APP -> new Unlocking.NewerThanApp();
            case BUSY -> new Unlocking.Busy();
            case UNREADABLE -> new Unlocking.Damaged(path);
            case DISK_FULL, TOO_LARGE, WITHDRAWN, OTHER -> throw e;
        };
    }
}
