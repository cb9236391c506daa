package org.tournee.server.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tournee.sync.RecordKind;

/**
 * Facts that a record has for a time.
 *
 * @param standing those that there are
 * @param over records of which nothing is to be noted any more
 */
record PassingFacts<V>(List<FactTable.Fact<V>> standing, List<RecordRow> over) {

    PassingFacts() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /**
     * Adds those of a kind.
     *
     * @param fact empty for a record of which there is nothing to note
     */
    <T> void collect(Collection<RecordRow> rows, RecordKind kind, Class<T> type, Function<T, Optional<V>> fact) {
        for (FactTable.Fact<T> read : Facts.read(rows, kind, type)) {
            fact.apply(read.value())
                    .ifPresentOrElse(
                            value -> standing.add(new FactTable.Fact<>(read.row(), value)), () -> over.add(read.row()));
        }
        over.addAll(Facts.gone(rows, kind));
    }
}
