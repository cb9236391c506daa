package org.tournee.server.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.server.store.StreamRow;

/** Holds what was sent against what the stream holds already. Rule: R-SYN. */
final class StreamFit {

    private StreamFit() {}

    /**
     * The first place where the lines contradict what is held, or leave a gap to it. Lines of which none tells its number
     * were placed behind what was held when they came: where others arrived meanwhile, they are to be sent again.
     *
     * @param seen the last operation that was held when they were placed
     */
    static Optional<Batch.Refused> misfit(
            StreamRow stream, List<Line> lines, Map<Long, HeldOperation> held, long seen) {
        Optional<Batch.Refused> misfit = misfit(stream, lines, held);
        boolean isTold = lines.stream().anyMatch(line -> line.frame() != null);
        boolean isOvertaken = !isTold && stream.lastOpSeq() != seen;
        return misfit.isPresent() && isOvertaken ? Optional.of(gap(stream)) : misfit;
    }

    private static Optional<Batch.Refused> misfit(StreamRow stream, List<Line> lines, Map<Long, HeldOperation> held) {
        for (Line line : lines) {
            if (line.opSeq() <= stream.lastOpSeq()) {
                HeldOperation known = held.get(line.opSeq());
                if (known == null || !known.hash().equals(line.hash())) {
                    return Optional.of(forked(line));
                }
            }
        }
        Line first = lines.get(0);
        if (first.opSeq() > stream.lastOpSeq() + 1) {
            return Optional.of(gap(stream));
        }
        return lines.stream()
                .filter(line -> line.opSeq() == stream.lastOpSeq() + 1)
                .filter(line -> line.frame() != null && !line.frame().prevHash().equals(stream.lastHash()))
                .findFirst()
                .map(StreamFit::forked);
    }

    private static Batch.Refused gap(StreamRow stream) {
        return new Batch.Refused(new PushResult.Gap(stream.lastOpSeq() + 1), Optional.empty());
    }

    private static Batch.Refused forked(Line line) {
        return new Batch.Refused(new PushResult.Forked(line.opSeq()), Optional.of(line));
    }

    /** What is not held yet; a transaction of which a part is held cannot be applied any more. */
    static List<TxGroup> fresh(List<TxGroup> groups, long lastOpSeq) {
        List<TxGroup> fresh = new ArrayList<>();
        for (TxGroup group : groups) {
            List<Line> lines = group.lines().stream()
                    .filter(line -> line.opSeq() > lastOpSeq)
                    .toList();
            if (!lines.isEmpty()) {
                boolean complete = lines.size() == group.lines().size();
                fresh.add(new TxGroup(lines, group.whole() && complete));
            }
        }
        return fresh;
    }
}
