package org.tournee.server.sync;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.Groups;
import org.tournee.sync.Limits;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.StreamId;

/** Reads a line of a push as far as it can be read; nothing that a phone sends makes it fail. */
final class LineReader {

    private LineReader() {}

    static Line read(StreamId stream, byte[] bytes) {
        Operation operation = bytes.length > Limits.OPERATION_BYTES ? null : operation(stream, bytes);
        Line.Frame frame = operation == null ? frame(bytes) : frame(operation);
        return new Line(
                frame == null ? 0 : frame.opSeq(),
                bytes,
                OperationBytes.hash(bytes),
                frame,
                frame == null ? null : operation);
    }

    private static @Nullable Operation operation(StreamId stream, byte[] bytes) {
        try {
            Operation operation = OperationBytes.read(bytes);
            return operation.streamId().equals(stream) ? operation : null;
        } catch (MalformedException e) {
            return null; // logged as it is, and returned to its author
        }
    }

    private static Line.@Nullable Frame frame(Operation operation) {
        return frame(
                operation.opSeq(),
                operation.prevHash(),
                operation.txId().toString(),
                operation.txIndex(),
                operation.txCount(),
                operation.schema());
    }

    private static Line.@Nullable Frame frame(byte[] bytes) {
        try {
            Groups members = Groups.parse(new String(bytes, StandardCharsets.UTF_8));
            return frame(
                    number(members, "op_seq"),
                    text(members, "prev_hash"),
                    text(members, "tx_id"),
                    number(members, "tx_index"),
                    number(members, "tx_count"),
                    number(members, "schema"));
        } catch (MalformedException e) {
            return null; // its place follows from its neighbours
        }
    }

    private static Line.@Nullable Frame frame(
            long opSeq, String prevHash, String txId, long txIndex, long txCount, long schema) {
        boolean sound = opSeq > 0 && txIndex >= 0 && txIndex < txCount && txCount <= Limits.TX_OPERATIONS;
        return sound
                ? new Line.Frame(
                        opSeq, prevHash, txId, (int) txIndex, (int) txCount, Math.clamp(schema, 0, Integer.MAX_VALUE))
                : null;
    }

    private static long number(Groups members, String name) {
        String json = members.get(name);
        if (json == null) {
            throw new MalformedException("No " + name);
        }
        try {
            return Long.parseLong(json);
        } catch (NumberFormatException e) {
            throw new MalformedException("No number in " + name, e);
        }
    }

    private static String text(Groups members, String name) {
        String json = members.get(name);
        if (json == null) {
            throw new MalformedException("No " + name);
        }
        if (json.length() < 2 || json.charAt(0) != '"') {
            throw new MalformedException("No text in " + name);
        }
        return json.substring(1, json.length() - 1); // hexadecimal digits and ids: nothing is escaped in them
    }
}
