package org.tournee.mobile.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StorageFolderTest {

    private static final Optional<String> UNNAMED = Optional.empty();
    private static final Optional<File> NO_PHONE = Optional.empty();

    @Test
    void aNamedFolderGoesBeforeAllOthers() {
        assertThat(StorageFolder.choose(
                                Optional.of("/elsewhere"),
                                Optional.of(new File("/phone")),
                                Optional.of("/xdg"),
                                "/home/claire")
                        .path())
                .isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void aPhoneGivesItsPrivateFolder() {
        assertThat(StorageFolder.choose(UNNAMED, Optional.of(new File("/phone")), Optional.empty(), "/home/claire")
                        .path())
                .isEqualTo(Path.of("/phone"));
    }

    @Test
    void onADeskItLiesWhereTheDeskKeepsData() {
        assertThat(StorageFolder.choose(UNNAMED, NO_PHONE, Optional.of("/xdg"), "/home/claire")
                        .path())
                .isEqualTo(Path.of("/xdg/tournee"));
        assertThat(StorageFolder.choose(UNNAMED, NO_PHONE, Optional.of("relative"), "/home/claire")
                        .path())
                .isEqualTo(Path.of("/home/claire/.local/share/tournee"));
    }

    @Test
    void thisMachineIsADeskWithAWindow() {
        assertThat(Device.here().display().phone()).isFalse();
    }
}
