package org.tournee.mobile.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tournee.mobile.store.StoreException.Problem;

/**
 * One SQLite file, held by this process alone, in WAL with {@code synchronous=FULL}: a commit that returned survives
 * power loss.
 */
final class SqliteFile implements AutoCloseable {

    /** Says to whoever finds the file what it is: "TOUR". */
    static final int APPLICATION_ID = 0x544F5552;

    /** The format that this code writes; a file of a later one is left alone. */
    static final int FORMAT = 5;

    private static final int BUSY_MILLIS = 2_000;

    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE lock(one INTEGER PRIMARY KEY CHECK(one = 1), memory_kib INTEGER NOT NULL,"
                    + " iterations INTEGER NOT NULL, lanes INTEGER NOT NULL, salt BLOB NOT NULL,"
                    + " wrapped BLOB NOT NULL, checksum BLOB NOT NULL)",
            "CREATE TABLE tries(one INTEGER PRIMARY KEY CHECK(one = 1), failures INTEGER NOT NULL,"
                    + " not_before INTEGER NOT NULL)",
            "CREATE TABLE fact(name TEXT PRIMARY KEY, sealed BLOB NOT NULL)",
            "CREATE TABLE bucket(seq INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, grant_epoch INTEGER NOT NULL,"
                    + " cursor INTEGER NOT NULL, upto INTEGER NOT NULL)",
            "CREATE TABLE record(seq INTEGER PRIMARY KEY, bucket INTEGER NOT NULL REFERENCES bucket(seq),"
                    + " id BLOB NOT NULL, position INTEGER NOT NULL, rev INTEGER NOT NULL, sealed BLOB NOT NULL)",
            "CREATE UNIQUE INDEX record_id ON record(bucket, id)",
            "CREATE TABLE operation(op_seq INTEGER PRIMARY KEY, saved_at INTEGER NOT NULL, sealed BLOB NOT NULL,"
                    + " outcome TEXT, overlay INTEGER NOT NULL DEFAULT 1)",
            "CREATE TABLE chain(one INTEGER PRIMARY KEY CHECK(one = 1), last_seq INTEGER NOT NULL,"
                    + " last_hash TEXT NOT NULL, durable_seq INTEGER NOT NULL)",
            "CREATE TABLE draft(seq INTEGER PRIMARY KEY, sealed BLOB NOT NULL)");

    /** The first makes format 2 of format 1, and so on. */
    private static final List<List<String>> UPGRADES = List.of(
            List.of("ALTER TABLE bucket ADD COLUMN sealed BLOB"),
            // What leaves without the PIN, and what earlier streams of the file said.
            List.of(
                    "CREATE TABLE address(one INTEGER PRIMARY KEY CHECK(one = 1), stream TEXT NOT NULL,"
                            + " worker TEXT NOT NULL, organisation TEXT NOT NULL, server TEXT NOT NULL,"
                            + " initials TEXT NOT NULL)",
                    "CREATE TABLE envelope(first_seq INTEGER PRIMARY KEY, json TEXT NOT NULL)",
                    "CREATE TABLE former(stream TEXT NOT NULL, op_seq INTEGER NOT NULL, saved_at INTEGER NOT NULL,"
                            + " sealed BLOB NOT NULL, again_seq INTEGER NOT NULL, PRIMARY KEY(stream, op_seq))"
                            + " WITHOUT ROWID"),
            // The way back when the PIN was forgotten.
            List.of("CREATE TABLE recovery(one INTEGER PRIMARY KEY CHECK(one = 1), json TEXT NOT NULL)"),
            // Beside its operation, an answer would write all the bytes of that once more.
            List.of(
                    "CREATE TABLE outcome(op_seq INTEGER PRIMARY KEY, json TEXT NOT NULL, overlay INTEGER NOT NULL)",
                    "INSERT INTO outcome SELECT op_seq, outcome, overlay FROM operation WHERE outcome IS NOT NULL",
                    "ALTER TABLE operation DROP COLUMN outcome",
                    "ALTER TABLE operation DROP COLUMN overlay"));

    private final Path path;
    private final Connection connection;

    /** The driver begins the next transaction with the end of the last one, unless that end failed. */
    private boolean begun = true;

    private SqliteFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** What is done between a beginning and a commit. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** What is done between a beginning and a commit, without a result. */
    @FunctionalInterface
    interface Task {
        void in(Connection connection) throws SQLException;
    }

    /** Makes a new file with the tables of this format. */
    static SqliteFile create(Path path) {
        SqliteFile file = connect(path);
        try {
            file.write(db -> {
                for (String table : SCHEMA) {
                    execute(db, table);
                }
                execute(db, "PRAGMA application_id = " + APPLICATION_ID);
                upgrade(db, 1);
            });
            return file;
        } catch (StoreException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Opens a file.
     *
     * @throws StoreException NEWER_THAN_APP, UNREADABLE, or BUSY where another process holds it
     */
    static SqliteFile open(Path path) {
        SqliteFile file = connect(path);
        try {
            file.checkFormat();
            file.checkStructure();
            file.bringUpToDate();
            return file;
        } catch (StoreException e) {
            file.close();
            throw e;
        }
    }

    private static void upgrade(Connection db, int from) throws SQLException {
        for (List<String> steps : UPGRADES.subList(from - 1, UPGRADES.size())) {
            for (String step : steps) {
                execute(db, step);
            }
        }
        execute(db, "PRAGMA user_version = " + FORMAT);
    }

    /**
     * Opens a file for a glance at what is in clear: without the check of all of its structure, which takes long.
     *
     * @throws StoreException as {@link #open}
     */
    static SqliteFile glance(Path path) {
        SqliteFile file = connect(path);
        try {
            file.checkFormat();
            file.bringUpToDate();
            return file;
        } catch (StoreException e) {
            file.close();
            throw e;
        }
    }

    /** Without the PIN: what an earlier version left unsent is delivered by this one too. */
    private void bringUpToDate() {
        long format = number("PRAGMA user_version");
        if (format < FORMAT) {
            checkStructure(); // nothing is moved about in a file that is damaged
            write(db -> upgrade(db, Math.toIntExact(format)));
        }
    }

    /** @throws StoreException NEWER_THAN_APP, or UNREADABLE where it is none of ours */
    private void checkFormat() {
        if (number("PRAGMA application_id") != APPLICATION_ID) {
            throw new StoreException(Problem.UNREADABLE, new SQLException("not a store of this application"));
        }
        long format = number("PRAGMA user_version");
        if (format < 1) {
            throw new StoreException(Problem.UNREADABLE, new SQLException("a store without its format"));
        }
        if (format > FORMAT) {
            throw new StoreException(Problem.NEWER_THAN_APP, new SQLException("a later format"));
        }
    }

    private static SqliteFile connect(Path path) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + path);
            connection.setAutoCommit(false);
            return new SqliteFile(path, connection);
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    private void checkStructure() {
        String check = read(db -> {
            try (Statement statement = db.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
                return row.next() ? row.getString(1) : "nothing";
            }
        });
        if (!"ok".equals(check)) {
            throw new StoreException(Problem.UNREADABLE, new SQLException("the file's structure is damaged"));
        }
    }

    private long number(String query) {
        return read(db -> {
            try (Statement statement = db.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                return row.next() ? row.getLong(1) : -1L;
            }
        });
    }

    /**
     * Does it in one transaction, durable when it returns.
     *
     * @throws StoreException when the disk refuses, with nothing written
     */
    void write(Task task) {
        read(db -> {
            task.in(db);
            return Boolean.TRUE;
        });
    }

    /** As {@link #write}, with a result. */
    <T> T read(Work<T> work) {
        boolean done = false;
        try {
            begin();
            T result = work.in(connection);
            connection.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            throw problem(e);
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** Without it each statement would be committed alone, and half of a transaction could stay. */
    private void begin() throws SQLException {
        if (!begun) {
            execute(connection, "BEGIN IMMEDIATE");
            begun = true;
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // SQLite itself rolled back already, as it does on a full disk: the first exception is the one to tell.
            begun = false;
            System.getLogger(SqliteFile.class.getName()).log(System.Logger.Level.DEBUG, "nothing left to roll back", e);
        }
    }

    /** What it takes on the disk, with the log that is not written back yet. */
    long bytes() {
        return sizeOf(path) + sizeOf(path.resolveSibling(path.getFileName() + "-wal"));
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // no log at this moment
        }
    }

    /** What the disk has left for this app; empty where the system does not tell. */
    OptionalLong freeBytes() {
        try {
            return OptionalLong.of(Files.getFileStore(path).getUsableSpace());
        } catch (IOException | UnsupportedOperationException e) {
            System.getLogger(SqliteFile.class.getName()).log(System.Logger.Level.DEBUG, "the room left is unknown", e);
            return OptionalLong.empty();
        }
    }

    /** Lets the file grow by so many pages and no more. */
    void allowPages(int more) {
        long pages = number("PRAGMA page_count");
        number("PRAGMA max_page_count = " + (pages + more));
    }

    static void execute(Connection db, String statement) throws SQLException {
        try (Statement executed = db.createStatement()) {
            executed.execute(statement);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    private static StoreException problem(SQLException e) {
        return new StoreException(problemOf(e), e);
    }

    private static Problem problemOf(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return Problem.OTHER;
        }
        // The low byte is the primary code; the rest of an extended code says which variety of it.
        int code = sqlite.getResultCode().code & 0xFF;
        // Without room for its index of the journal, not even a look into the file is possible.
        if (code == SQLiteErrorCode.SQLITE_FULL.code
                || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            return Problem.DISK_FULL;
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Problem.BUSY;
        }
        // Our statements never change: one that does not fit the tables (SQLITE_ERROR) met others than ours.
        boolean damaged = code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code
                || code == SQLiteErrorCode.SQLITE_ERROR.code;
        return damaged ? Problem.UNREADABLE : Problem.OTHER;
    }
}
