package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions of the file, also after SQLite ended one by itself as on a full disk. Rule: R-OFF. */
class SqliteFileTest {

    private static final String KEEP = "INSERT INTO tries(one, failures, not_before) VALUES (1, 3, 0)";

    @TempDir
    private Path folder;

    private SqliteFile file;

    @BeforeEach
    void create() {
        file = SqliteFile.create(folder.resolve("file"));
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void afterSqliteRolledBackByItselfATransactionThatFailsStillLeavesNothing() {
        rolledBackBySqlite();

        assertThatThrownBy(() -> file.write(db -> {
                    SqliteFile.execute(db, KEEP);
                    throw new SQLException("refused");
                }))
                .isInstanceOf(StoreException.class);

        assertThat(kept()).isZero();
    }

    @Test
    void afterSqliteRolledBackByItselfTheNextTransactionIsCommitted() {
        rolledBackBySqlite();

        file.write(db -> SqliteFile.execute(db, KEEP));

        assertThat(kept()).isEqualTo(1);
    }

    private void rolledBackBySqlite() {
        assertThatThrownBy(() -> file.write(db -> {
                    SqliteFile.execute(db, "ROLLBACK");
                    throw new SQLException("full");
                }))
                .isInstanceOf(StoreException.class);
    }

    private long kept() {
        return file.read(db -> {
            try (Statement statement = db.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM tries")) {
                return row.getLong(1);
            }
        });
    }
}
