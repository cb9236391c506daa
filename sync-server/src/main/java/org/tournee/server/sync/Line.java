package org.tournee.server.sync;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.Operation;

/** A line of a push: the bytes as they came, and what could be read of them. */
public final class Line {

    private final long opSeq;
    private final byte[] bytes;
    private final String hash;
    private final @Nullable Frame frame;
    private final @Nullable Operation operation;

    /** What holds a line in its place, readable even where the rest is not. */
    public record Frame(long opSeq, String prevHash, String txId, int txIndex, int txCount, int schema) {}

    Line(long opSeq, byte[] bytes, String hash, @Nullable Frame frame, @Nullable Operation operation) {
        this.opSeq = opSeq;
        this.bytes = Objects.requireNonNull(bytes);
        this.hash = hash;
        this.frame = frame;
        this.operation = operation;
    }

    public long opSeq() {
        return opSeq;
    }

    public byte[] bytes() {
        return bytes;
    }

    public String hash() {
        return hash;
    }

    /** Null where not even its place could be read. */
    @Nullable
    public Frame frame() {
        return frame;
    }

    /** Null where it is no operation, or a larger one than the protocol allows. */
    @Nullable
    public Operation operation() {
        return operation;
    }

    /** Its place alone, once its dossier was erased. Rule: R-GDPR. */
    public Line stub() {
        return new Line(opSeq, new byte[0], hash, frame, null);
    }

    /** The same line, understood as another operation: its bytes and its hash stay what they are. */
    Line as(Operation other) {
        return new Line(opSeq, bytes, hash, frame, other);
    }

    /** The same line at the place that its neighbours give it. */
    Line at(long seq) {
        return new Line(seq, bytes, hash, frame, operation);
    }
}
