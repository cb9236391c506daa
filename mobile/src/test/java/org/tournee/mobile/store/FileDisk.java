package org.tournee.mobile.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.tournee.mobile.store.StoreException.Problem;

/**
 * A phone's disk in a real SQLite file, opened and sealed as the application does. Whatever ends the application, the
 * file goes on as it lay there at that moment, with its write-ahead log and without a proper end.
 */
public final class FileDisk implements SimulatedDisk, AutoCloseable {

    private static final String LOG = "-wal";
    private static final int PLENTY_OF_PAGES = 1 << 20;

    private final Path folder;
    private final List<FileDisk> opened;
    private final Sealing sealing;
    private final Supplier<Fate> fates;
    private final Runnable written;
    private Path path;
    private SqliteFile file;
    private boolean limited;
    private int commits;

    private FileDisk(
            Path folder,
            List<FileDisk> opened,
            Sealing sealing,
            Supplier<Fate> fates,
            Runnable written,
            Path path,
            SqliteFile file) {
        this.folder = folder;
        this.opened = opened;
        this.sealing = sealing;
        this.fates = fates;
        this.written = written;
        this.path = path;
        this.file = file;
        opened.add(this);
    }

    /**
     * A new disk.
     *
     * @param folder of its files
     * @param opened it adds itself, and so do its copies: whoever made it closes them all
     * @param fates asked before every commit
     * @param written told after every commit
     */
    public static FileDisk empty(Path folder, List<FileDisk> opened, Supplier<Fate> fates, Runnable written) {
        Path path = newPath(folder);
        Sealing sealing = new Sealing(new byte[Sealing.KEY_BYTES]);
        return new FileDisk(folder, opened, sealing, fates, written, path, SqliteFile.create(path));
    }

    private static Path newPath(Path folder) {
        return folder.resolve("stream-" + UUID.randomUUID() + ".tournee");
    }

    @Override
    public FileDisk copy(Supplier<Fate> fatesOfCopy, Runnable copyWritten) {
        Path copied = asItLies();
        return new FileDisk(folder, opened, sealing, fatesOfCopy, copyWritten, copied, SqliteFile.open(copied));
    }

    /** The file and its log as they are at this moment, in another place. */
    private Path asItLies() {
        Path there = newPath(folder);
        try {
            Files.copy(path, there);
            Path log = Path.of(path + LOG);
            if (Files.exists(log)) {
                Files.copy(log, Path.of(there + LOG));
            }
            return there;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FileDisk backup() {
        return copy(() -> Fate.WELL, () -> {});
    }

    @Override
    public void putBack(SimulatedDisk backup) {
        goOnWith(((FileDisk) backup).asItLies());
    }

    @Override
    public void damage(SplittableRandom which) {
        int nth = which.nextInt(PLENTY_OF_PAGES);
        file.write(db -> SqliteFile.execute(
                db,
                "DELETE FROM record WHERE seq IN (SELECT seq FROM record ORDER BY seq LIMIT 1 OFFSET " + nth
                        + " % max(1, (SELECT count(*) FROM record)))"));
    }

    @Override
    public void restart() {
        goOnWith(asItLies());
    }

    private void goOnWith(Path other) {
        close();
        path = other;
        file = SqliteFile.open(path);
        limited = false;
    }

    @Override
    public int commits() {
        return commits;
    }

    @Override
    public Kept load() {
        return disk().load();
    }

    private SqliteDisk disk() {
        return SqliteDisk.of(file, sealing);
    }

    @Override
    public void commit(List<Step> steps) {
        Fate fate = fates.get();
        limit(fate == Fate.FULL);
        switch (fate) {
            case BUSY -> throw new StoreException(Problem.BUSY, new SQLException("busy"));
            case POWER_LOST_BEFORE -> throw new PowerLoss();
            case POWER_LOST_AFTER -> {
                write(steps);
                throw new PowerLoss();
            }
            case FULL, WELL -> write(steps);
        }
    }

    /** A full disk takes what fits into pages that are free, and SQLite refuses the rest. */
    private void limit(boolean full) {
        if (full || limited) {
            file.allowPages(full ? 0 : PLENTY_OF_PAGES);
        }
        limited = full;
    }

    private void write(List<Step> steps) {
        disk().commit(steps);
        commits++;
        written.run();
    }

    @Override
    public PinTry.Guard guard() {
        return disk().guard();
    }

    @Override
    public long bytes() {
        return disk().bytes();
    }

    @Override
    public OptionalLong freeBytes() {
        return disk().freeBytes();
    }

    @Override
    public void allowPages(int more) {
        file.allowPages(more);
    }

    /** Closes it, and leaves nothing of it. */
    @Override
    public void close() {
        file.close();
        new PhoneFile(path).wipe();
    }
}
