package org.tournee.server.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract over a real folder. */
class FolderDocumentsTest extends DocumentStoreContract {

    @TempDir
    Path folder;

    @Override
    DocumentStore store() {
        return new FolderDocuments(folder.resolve("documents"));
    }

    @Test
    void aNameLeadsNowhereElse() {
        assertThatThrownBy(() -> store().put("../x", new byte[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().get("/etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().removeAll("a/../b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whereTheDiskRefusesNothingIsLeftHalfWritten() throws IOException {
        Path inTheWay = Files.createDirectories(folder.resolve("documents/org/doc/0/full"));

        assertThatThrownBy(() -> store().put("org/doc/0", new byte[] {1})).isInstanceOf(IOException.class);

        try (Stream<Path> files = Files.list(folder.resolve("documents/org/doc"))) {
            assertThat(files).containsExactly(inTheWay.getParent());
        }
    }
}
