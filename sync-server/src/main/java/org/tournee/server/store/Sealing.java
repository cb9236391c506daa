package org.tournee.server.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Bytes that another processor seals while this one waits for the database: a transaction holds its locks for as long as
 * it takes.
 */
public final class Sealing {

    public static final Sealing NOTHING = new Sealing(CompletableFuture.completedFuture(List.of()));

    private final CompletableFuture<List<byte[]>> sealed;

    private Sealing(CompletableFuture<List<byte[]>> sealed) {
        this.sealed = sealed;
    }

    /** Begins to seal what must not change until {@link #done}. */
    public static <T> Sealing begin(List<T> what, Function<T, byte[]> seal) {
        return new Sealing(
                CompletableFuture.supplyAsync(() -> what.stream().map(seal).toList()));
    }

    /** What was sealed, in its order; waits for the rest of it. */
    public List<byte[]> done() {
        return sealed.join();
    }
}
