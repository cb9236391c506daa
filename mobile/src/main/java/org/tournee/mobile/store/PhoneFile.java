package org.tournee.mobile.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.MalformedException;

/**
 * The file of one stream: one installation and one worker. A phone that two workers share holds two.
 *
 * @param path {@code stream-<id>.tournee} in the folder of the app
 */
public record PhoneFile(Path path) {

    private static final String PREFIX = "stream-";
    private static final String SUFFIX = ".tournee";
    private static final String UNFINISHED = ".new";

    /** The streams that a folder holds, the one used last first. */
    public static List<PhoneFile> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PhoneFile::isStream)
                    .sorted(Comparator.comparing(PhoneFile::lastUsed).reversed())
                    .map(PhoneFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isStream(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static Instant lastUsed(Path path) {
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
        Path whole = folder.resolve(PREFIX + identity.streamId() + SUFFIX);
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
                SqlitePhoneStore.begin(SqliteDisk.begin(file, sealing, identity.streamId()), identity, refreshToken);
                file.write(db -> LockTable.keep(db, lock));
            }
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException(Problem.OTHER, e);
        }
        return SqlitePhoneStore.open(SqliteDisk.open(SqliteFile.open(whole), sealing), clock, random);
    }

    /** Tries a PIN on the stream used last. */
    public static Unlocking unlock(Path folder, String pin, Clock clock) {
        List<PhoneFile> streams = in(folder);
        return streams.isEmpty() ? new Unlocking.None() : streams.get(0).unlock(pin, clock);
    }

    /** Tries a PIN. */
    public Unlocking unlock(String pin, Clock clock) {
        SqliteFile file;
        try {
            file = SqliteFile.open(path);
        } catch (StoreException e) {
            return refused(e);
        }
        boolean handedOver = false;
        try {
            Unlocking result = unlock(file, pin, clock);
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
        PinTries tries = file.read(LockTable::readTries);
        Duration wait = tries.wait(clock.instant());
        if (!wait.isZero()) {
            return new Unlocking.WrongPin(ceilSeconds(wait));
        }
        PinLock lock = file.read(LockTable::read);
        if (!lock.isWhole()) {
            return new Unlocking.Damaged(path);
        }
        // Counted before it is looked at: who kills the app after a wrong try does not get another one for free.
        PinTries missed = tries.missed(clock.instant());
        file.write(db -> LockTable.keepTries(db, missed));
        Optional<byte[]> dataKey = lock.open(pin);
        if (dataKey.isEmpty()) {
            return new Unlocking.WrongPin(ceilSeconds(missed.wait(clock.instant())));
        }
        file.write(db -> LockTable.keepTries(db, PinTries.NONE));
        SqliteDisk disk = SqliteDisk.open(file, new Sealing(dataKey.get()));
        return new Unlocking.Unlocked(SqlitePhoneStore.open(disk, clock, new SecureRandom()));
    }

    private static long ceilSeconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    private Unlocking refused(StoreException e) {
        return switch (e.problem()) {
            case NEWER_THAN_APP -> new Unlocking.NewerThanApp();
            case BUSY -> new Unlocking.Busy();
            case UNREADABLE -> new Unlocking.Damaged(path);
            case DISK_FULL, TOO_LARGE, OTHER -> throw e;
        };
    }
}
