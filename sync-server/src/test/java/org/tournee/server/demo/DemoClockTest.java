package org.tournee.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demonstration that lasts weeks. */
class DemoClockTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");

    @TempDir
    private Path folder;

    @Test
    void whoeverWritesTheFileMovesTheClock() throws IOException {
        Path ahead = folder.resolve("ahead");
        Clock clock = new DemoClock(ahead, Clock.fixed(NOW, ZoneOffset.UTC));

        Files.writeString(ahead, "PT720H\n");
        assertThat(clock.instant()).isEqualTo("2026-04-01T08:30:00Z");
        Files.writeString(ahead, "PT-24H");
        assertThat(clock.instant()).isEqualTo("2026-03-01T08:30:00Z");
    }

    @Test
    void withoutItsFileItTellsNoTime() {
        Clock clock = new DemoClock(folder.resolve("none"), Clock.fixed(NOW, ZoneOffset.UTC));

        assertThatThrownBy(clock::instant).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void theComputersTimeIsShownUnlessAFileIsNamed() {
        assertThat(DemoOptions.parse("--caseload", "5").ahead()).isEmpty();
        assertThat(DemoOptions.parse("--ahead", "file", "--caseload", "5").ahead())
                .contains(Path.of("file"));
    }
}
