package org.tournee.server.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.StreamId;

/**
 * Puts the lines of a push in their places and cuts them into transactions.
 *
 * <p>A line that cannot be read takes the number after the line before it. It belongs to a transaction that has begun and
 * is not complete, or to the one that the next readable line says has begun; else it stands alone.
 */
final class Intake {

    /** What the lines come to. */
    sealed interface Result {}

    /**
     * They follow each other.
     *
     * @param newerSchema of the first operation that a newer app wrote; the groups end before it; 0 for none
     */
    record Sorted(List<TxGroup> groups, int newerSchema) implements Result {}

    /** They do not: this is where they stop. */
    record Stopped(PushResult result, @Nullable Line line) implements Result {}

    private final List<TxGroup> groups = new ArrayList<>();
    private List<Line> open = new ArrayList<>();
    private String openTx = "";
    private long openStart;
    private int openCount;
    private boolean openWhole = true;

    private Intake() {}

    /** The lines as far as each can be read, not yet in their places; all processors take part. */
    static List<Line> read(StreamId stream, List<byte[]> lines) {
        return lines.parallelStream()
                .map(bytes -> LineReader.read(stream, bytes))
                .toList();
    }

    /** The number of the first line, if any line tells it. */
    static OptionalLong firstOpSeq(List<Line> lines) {
        for (int at = 0; at < lines.size(); at++) {
            Line.Frame frame = lines.get(at).frame();
            if (frame != null) {
                return OptionalLong.of(frame.opSeq() - at);
            }
        }
        return OptionalLong.empty();
    }

    /**
     * Puts the lines in their places from {@code first} on.
     *
     * @param known the newest schema that is known here
     */
    static Result sort(List<Line> lines, long first, int known) {
        List<Line> placed = new ArrayList<>(lines.size());
        for (Line line : lines) {
            long seq = first + placed.size();
            Line.Frame frame = line.frame();
            if (frame != null && frame.opSeq() != seq) {
                return new Stopped(new PushResult.Gap(seq), null);
            }
            if (frame != null
                    && !placed.isEmpty()
                    && !frame.prevHash().equals(placed.get(placed.size() - 1).hash())) {
                return new Stopped(new PushResult.Forked(seq), line.at(seq));
            }
            placed.add(line.at(seq));
        }
        return new Intake().cut(placed, known);
    }

    private Sorted cut(List<Line> lines, int known) {
        for (Line line : lines) {
            Line.Frame frame = line.frame();
            if (frame != null && frame.schema() > known) {
                return new Sorted(groups, frame.schema()); // what began and is not complete waits with it
            }
            if (frame == null) {
                unreadable(line);
            } else {
                readable(line, frame);
            }
            if (openCount > 0 && line.opSeq() == openStart + openCount - 1) {
                close(openWhole);
            }
        }
        if (openCount == 0) {
            closeLone();
        }
        return new Sorted(groups, 0);
    }

    private void unreadable(Line line) {
        openWhole = false;
        open.add(line);
    }

    private void readable(Line line, Line.Frame frame) {
        long start = line.opSeq() - frame.txIndex();
        boolean fits =
                openCount > 0 && openTx.equals(frame.txId()) && openStart == start && openCount == frame.txCount();
        if (!fits) {
            if (openCount > 0) {
                close(false); // another transaction begins before this one is complete
            }
            adopt(start);
            openTx = frame.txId();
            openStart = start;
            openCount = frame.txCount();
        }
        open.add(line);
    }

    /** Lines that could not be read before this one belong to it as far as it says that it began before them. */
    private void adopt(long start) {
        List<Line> mine = new ArrayList<>();
        for (Line line : open) {
            if (line.opSeq() < start) {
                groups.add(new TxGroup(List.of(line), false));
            } else {
                mine.add(line);
            }
        }
        open = mine;
        openWhole = mine.isEmpty();
    }

    private void closeLone() {
        for (Line line : open) {
            groups.add(new TxGroup(List.of(line), false));
        }
        open = new ArrayList<>();
    }

    private void close(boolean whole) {
        Line first = open.get(0);
        groups.add(new TxGroup(open, whole && first.opSeq() == openStart));
        open = new ArrayList<>();
        openCount = 0;
        openWhole = true;
    }
}
