package org.tournee.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole mission, all of it real. Rules: R-CON, R-BIL, R-RDD, R-SEG-4, R-SEG-7, R-REC, R-REM, R-SYN. */
class TheLineIT {

    private static final int CASELOAD = 6;

    @TempDir
    private Path folder;

    @Test
    void twoPhonesAndABackOfficeWorkOnOneServiceThroughACutNetwork() throws Exception {
        Path pictureFolder = ServerProcess.root().resolve("mobile/target/pictures/line");
        Pictures pictures = new Pictures(pictureFolder);
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), CASELOAD);
                TheLine line = new TheLine(server.demo(), folder, pictures, new LineReport());
                ServerDatabase database = new ServerDatabase(server.demo())) {
            line.play();

            assertThat(database.number("select count(*) from operation_log where verdict = 'RETURNED'"))
                    .as("nothing was returned")
                    .isZero();
            assertThat(database.number("select count(*) from operation_log where verdict = 'CONFLICT'"))
                    .as("one change could not stand")
                    .isEqualTo(1);
            assertThat(database.number("select count(*) from operation_log where verdict = 'MERGED'"))
                    .as("a change merged")
                    .isPositive();
            assertThat(database.gaplessStreams()).isTrue();
            assertThat(line.referent().dossier(line.dossier()).conflicts())
                    .as("the settled conflict is kept with both sides")
                    .anyMatch(entry -> !entry.value().state().open()
                            && entry.value().variants().all().size() == 2);
            assertThat(line.referent().dossier(line.dossier()).dossier().value())
                    .isEqualTo(
                            line.colleague().dossier(line.dossier()).dossier().value());
        }
        assertThat(pictures.taken()).allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
    }
}
