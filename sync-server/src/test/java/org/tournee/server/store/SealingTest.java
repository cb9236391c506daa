package org.tournee.server.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/** What lies in the database cannot be read, exchanged or altered without the key. Rule: R-GDPR. */
class SealingTest {

    private static final byte[] CLEAR = "Annie Lefèvre".getBytes(UTF_8);

    private final UUID owner = UUID.randomUUID();
    private final SealingKey key = new SealingKey(owner, new byte[32]);
    private final RecordId record = new RecordId(UUID.randomUUID());

    @Test
    void whatIsSealedIsOpenedByTheSameKeyForTheSameRecord() {
        assertThat(key.open(record, key.seal(record, CLEAR))).isEqualTo(CLEAR);
        assertThat(new String(key.seal(record, CLEAR), UTF_8)).doesNotContain("Annie");
    }

    @Test
    void whatIsSealedForOneRecordIsNotOpenedForAnother() {
        byte[] sealed = key.seal(record, CLEAR);

        assertThatThrownBy(() -> key.open(new RecordId(UUID.randomUUID()), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOperationIsBoundToItsNumber() {
        StreamId stream = new StreamId(UUID.randomUUID());
        byte[] sealed = key.seal(stream, 3, CLEAR);

        assertThat(key.open(stream, 3, sealed)).isEqualTo(CLEAR);
        assertThatThrownBy(() -> key.open(stream, 4, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMasterKeyIsMadeOnceAndReadableByItsOwnerAlone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys/master.key");
        MasterKey first = new MasterKey(file.toString(), true);
        byte[] wrapped = first.wrap(new byte[32], SealingKey.bytes(owner));

        MasterKey again = new MasterKey(file.toString(), true);

        assertThat(again.unwrap(wrapped, SealingKey.bytes(owner))).isEqualTo(new byte[32]);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> again.unwrap(wrapped, SealingKey.bytes(UUID.randomUUID())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutAMasterKeyTheServiceDoesNotStart(@TempDir Path folder) {
        assertThatThrownBy(() -> new MasterKey("", false)).hasMessageContaining("TOURNEE_MASTER_KEY_FILE");
        assertThatThrownBy(() -> new MasterKey(folder.resolve("none").toString(), false))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aMasterKeyOfTheWrongLengthIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("short"), "AAAA");

        assertThatThrownBy(() -> new MasterKey(file.toString(), false)).hasMessageContaining("32 bytes");
    }
}
