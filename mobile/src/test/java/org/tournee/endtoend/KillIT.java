package org.tournee.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes die at any moment; what was saved is on the server once. Rules: R-OFF, R-SYN. */
class KillIT {

    private static final int KILLS = 50;
    /** So many kills are of the server, spread among those of the phone. */
    private static final int EVERY_NTH_IS_THE_SERVERS = 6;

    private static final int NEVER_ENDS = Integer.MAX_VALUE;
    private static final Duration SAVING = Duration.ofSeconds(60);
    private static final long SEED = 20_260_401;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    void whateverIsKilledInTheMiddleOfSavingOrSyncNothingIsLostAndNothingIsThereTwice() throws Exception {
        Path ledger = Files.createFile(folder.resolve("ledger"));
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), 2);
                Network network = new Network(server.demo().server())) {
            Process phone = phone(server.demo(), network, ledger, NEVER_ENDS);
            for (int kill = 1; kill <= KILLS; kill++) {
                waitForSaves(ledger, phone);
                if (kill % EVERY_NTH_IS_THE_SERVERS == 0) {
                    server.kill();
                    server.begin();
                    network.leadTo(server.demo().server());
                } else {
                    phone.destroyForcibly().waitFor();
                    phone = phone(server.demo(), network, ledger, NEVER_ENDS);
                }
            }
            waitForSaves(ledger, phone);
            phone.destroyForcibly().waitFor();
            Process last = phone(server.demo(), network, ledger, 1);
            assertThat(last.waitFor()).isZero();
            assertThat(Files.readAllLines(ledger)).endsWith(SavingPhone.DRAINED);
            everyRecordIsThereOnce(server.demo(), Files.readAllLines(ledger));
        }
    }

    private void everyRecordIsThereOnce(Demo demo, List<String> lines) throws SQLException {
        Set<String> saved =
                ids(lines, "SAVED ").flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        try (ServerDatabase database = new ServerDatabase(demo)) {
            assertThat(saved).hasSizeGreaterThan(KILLS);
            assertThat(database.operationsOn(saved)).as("operations in the log").isEqualTo(once(saved));
            assertThat(database.recordsAmong(saved)).as("records").isEqualTo(saved);
            assertThat(database.gaplessStreams()).as("streams without a gap").isTrue();
            assertThat(database.returnedOperations()).as("returned").isZero();
            // A save that a kill interrupted is there whole or not at all.
            ids(lines, "BEGIN ")
                    .filter(together -> !saved.containsAll(together))
                    .forEach(together -> assertThat(database.recordsAmong(Set.copyOf(together)))
                            .satisfiesAnyOf(
                                    found -> assertThat(found).isEmpty(),
                                    found -> assertThat(found).hasSameSizeAs(together)));
        }
    }

    private static java.util.Map<String, Integer> once(Set<String> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> 1));
    }

    private static Stream<List<String>> ids(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> List.of(line.substring(mark.length()).split(",", -1)));
    }

    /** Until the phone saved something since now, then a little longer: any moment of saving or of sync. */
    private void waitForSaves(Path ledger, Process phone) throws IOException {
        long before = Files.size(ledger);
        Await.until("the phone saves", SAVING, () -> {
            assertThat(phone.isAlive()).as("the phone lives until it is killed").isTrue();
            return Files.size(ledger) > before;
        });
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
    }

    private Process phone(Demo demo, Network network, Path ledger, int saves) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ServerProcess.java(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SavingPhone.class.getName(),
                folder.resolve("phone").toString(),
                network.address().toString(),
                demo.account("SOCIAL_WORKER").login(),
                demo.password(),
                Integer.toString(random.nextInt()),
                ledger.toString(),
                Integer.toString(saves)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("phone.log").toFile()))
                .start();
    }
}
