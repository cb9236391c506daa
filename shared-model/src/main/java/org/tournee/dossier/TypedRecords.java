package org.tournee.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordKind;

/** Types records kind by kind, in the order received, and counts those that cannot be typed. */
public final class TypedRecords {

    private final List<StoredRecord> records;
    private int unreadable;

    /** @param records in any order */
    public TypedRecords(Collection<StoredRecord> records) {
        this.records = records.stream()
                .sorted(Comparator.comparingLong(StoredRecord::position))
                .toList();
    }

    /** Those of a kind, in the order received. */
    public <T> List<Entry<T>> all(RecordKind kind, Class<T> type) {
        List<Entry<T>> typed = new ArrayList<>();
        for (StoredRecord stored : records) {
            if (stored.kind().equals(kind.code())) {
                try {
                    typed.add(stored.as(type));
                } catch (MalformedException e) {
                    unreadable++; // kept in the store and counted: a newer version will show it
                }
            }
        }
        return List.copyOf(typed);
    }

    /** How many of those asked for until now could not be typed. */
    public int unreadable() {
        return unreadable;
    }
}
