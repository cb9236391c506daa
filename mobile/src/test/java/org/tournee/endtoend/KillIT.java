package org.tournee.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.endtoend.KillReport.Victim;

/** Processes die at any moment; what was saved is on the server once. Rules: R-OFF, R-SYN. */
class KillIT {

    private static final int KILLS = 50;
    private static final long SEED = 20_260_401;

    @TempDir
    private Path folder;

    @Test
    void whateverIsKilledInTheMiddleOfSavingOrSyncNothingIsLostAndNothingIsThereTwice() throws Exception {
        KillReport report = Kills.run(KILLS, SEED, folder, line -> {});

        assertThat(report.books().areEven()).as(report.text()).isTrue();
        assertThat(report.books().saved()).isGreaterThan(KILLS);
        assertThat(report.of(Victim.SERVER)).isPositive();
        assertThat(report.of(Victim.DATABASE)).isPositive();
    }
}
