package org.tournee.bench;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the disk takes for the least that is durable. */
final class DiskWrite {

    private static final int BYTES = 4096;

    private DiskWrite() {}

    /** The median of appending one block and waiting for it. */
    static double millis(Path folder, int times) throws Exception {
        try (FileChannel file = FileChannel.open(
                folder.resolve("write"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            return Timing.medianMillis(times, () -> {
                file.write(ByteBuffer.allocate(BYTES));
                file.force(false);
                return true;
            });
        }
    }
}
