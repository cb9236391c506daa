package org.tournee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The memory of a process, as Linux counts it: all of it that is in the machine's own, heap and everything else. */
final class ServerMemory {

    /** A small service's server, as the runbook has it: {@code docs/benchmarks.md} says what they are for. */
    static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xmx68m",
            "-Xmn30m",
            "-XX:SurvivorRatio=5",
            "-Xss512k",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=5000");

    private static final double KIB_OF_A_MB = 1e6 / 1024;

    private final Path process;

    ServerMemory(long pid) {
        this.process = Path.of("/proc", Long.toString(pid));
    }

    /** What it has now, in MB. */
    double now() throws IOException {
        return megabytes("VmRSS:");
    }

    /** The most that it had since {@link #forgetPeak}, in MB. */
    double peak() throws IOException {
        return megabytes("VmHWM:");
    }

    void forgetPeak() throws IOException {
        Files.writeString(process.resolve("clear_refs"), "5");
    }

    private double megabytes(String name) throws IOException {
        for (String line : Files.readAllLines(process.resolve("status"))) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("\\D", "")) / KIB_OF_A_MB;
            }
        }
        throw new IOException("The system does not say " + name);
    }
}
