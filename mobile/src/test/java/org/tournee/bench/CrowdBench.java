package org.tournee.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tournee.endtoend.ServerProcess;

/**
 * Eight phones that fetch everything for the first time and come at once: the most memory that the server's process has
 * until all of them are served.
 */
final class CrowdBench {

    static final String NAME = "first_sync_8";

    private static final int PHONES = 8;

    private final ServerProcess server;
    private final Path folder;

    CrowdBench(ServerProcess server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    Figure measure() throws Exception {
        List<BenchPhone> phones = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(PHONES);
        try {
            for (int number = 0; number < PHONES; number++) {
                phones.add(BenchPhone.enrol(
                        server.demo(),
                        server.demo().account("SOCIAL_WORKER").login(),
                        folder.resolve("phone-" + number)));
            }
            ServerMemory memory = new ServerMemory(server.pid());
            memory.forgetPeak();
            double before = memory.now();
            List<Future<Boolean>> fetched = new ArrayList<>();
            phones.forEach(phone -> fetched.add(threads.submit(phone::syncInTurn)));
            for (Future<Boolean> one : fetched) {
                one.get();
            }
            return new Figure(NAME, memory.peak(), "MB", "the server's process before", before);
        } finally {
            threads.shutdown();
            phones.forEach(BenchPhone::close);
        }
    }
}
