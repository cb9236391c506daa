package org.tournee.server.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What every place for documents must do. */
abstract class DocumentStoreContract {

    abstract DocumentStore store();

    @Test
    void aPieceIsGivenBackByteForByte() throws IOException {
        byte[] piece = new byte[1024 * 1024 + 28];
        ThreadLocalRandom.current().nextBytes(piece);

        store().put("org/doc/0", piece);

        assertThat(store().get("org/doc/0")).isEqualTo(piece);
    }

    @Test
    void aPieceOfTheSameNameIsReplacedWhole() throws IOException {
        store().put("org/doc/0", "une première version, longue".getBytes(UTF_8));
        store().put("org/doc/0", "courte".getBytes(UTF_8));

        assertThat(store().get("org/doc/0")).isEqualTo("courte".getBytes(UTF_8));
    }

    @Test
    void whatWasNeverPutIsMissing() {
        assertThatThrownBy(() -> store().get("org/doc/7")).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void onlyTheDocumentNamedIsRemoved() throws IOException {
        store().put("org/doc/0", new byte[] {1});
        store().put("org/doc/1048576", new byte[] {2});
        store().put("org/doc2/0", new byte[] {3});

        store().removeAll("org/doc");
        store().removeAll("org/never");

        assertThatThrownBy(() -> store().get("org/doc/0")).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> store().get("org/doc/1048576")).isInstanceOf(FileNotFoundException.class);
        assertThat(store().get("org/doc2/0")).containsExactly(3);
    }
}
