package org.tournee.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link SavingPhone} that is killed and started again over the same file, with a network and a ledger of its own. */
final class PhoneProcess implements AutoCloseable {

    private static final String BEGIN = "BEGIN ";
    private static final String SAVED = "SAVED ";

    private final Path folder;
    private final Path ledger;
    private final Network network;
    private final List<String> options;
    private long ledgerAtStart;
    private Process process;

    /** @param options of the Java that it runs in */
    PhoneProcess(Path folder, Network network, List<String> options) throws IOException {
        this.folder = folder;
        this.ledger = folder.resolveSibling(folder.getFileName() + ".ledger");
        this.network = network;
        this.options = options;
        Files.createFile(ledger);
    }

    Network network() {
        return network;
    }

    /** Begins to save, so many times before it drains and ends. */
    void start(Demo demo, int saves, int seed) throws IOException {
        List<String> command = new ArrayList<>(List.of(ServerProcess.java(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                SavingPhone.class.getName(),
                folder.toString(),
                network.address().toString(),
                demo.account("SOCIAL_WORKER").login(),
                demo.password(),
                Integer.toString(seed),
                ledger.toString(),
                Integer.toString(saves)));
        ledgerAtStart = Files.size(ledger);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Whether it is in the middle of its work. */
    boolean works() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("A phone ended by itself, see " + log() + ":\n" + Files.readString(log()));
        }
        return size() > ledgerAtStart;
    }

    /** Grows before and after each save. */
    long size() throws IOException {
        return Files.size(ledger);
    }

    /** Ends it at once, in the middle of whatever it does, and says what that was. */
    Moment kill() throws IOException, InterruptedException {
        Moment transfer = Moment.of(List.of(network));
        process.destroyForcibly().waitFor();
        if (size() == ledgerAtStart) {
            return Moment.STARTING;
        }
        boolean saving = Files.readAllLines(ledger).getLast().startsWith(BEGIN);
        return saving && transfer == Moment.BETWEEN ? Moment.SAVING : transfer;
    }

    /** Saves once more and stays until everything is sent. */
    void drain(Demo demo) throws IOException, InterruptedException {
        start(demo, 1, 0);
        boolean ended = process.waitFor() == 0;
        if (!ended || !Files.readAllLines(ledger).getLast().equals(SavingPhone.DRAINED)) {
            throw new AssertionError("A phone does not drain, see " + log() + ":\n" + Files.readString(log()));
        }
    }

    /** The records of each save that returned. */
    List<List<String>> saved() throws IOException {
        return noted(SAVED);
    }

    /** The records of each save that was begun and did not return. */
    List<List<String>> interrupted() throws IOException {
        Set<List<String>> returned = Set.copyOf(saved());
        return noted(BEGIN).stream()
                .filter(together -> !returned.contains(together))
                .toList();
    }

    private List<List<String>> noted(String mark) throws IOException {
        try (Stream<String> lines = Files.lines(ledger)) {
            return lines.filter(line -> line.startsWith(mark))
                    .map(line -> List.of(line.substring(mark.length()).split(",", -1)))
                    .collect(Collectors.toList());
        }
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly();
        }
        network.close();
    }
}
