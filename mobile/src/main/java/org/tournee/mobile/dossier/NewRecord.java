package org.tournee.mobile.dossier;

import com.github.f4b6a3.uuid.UuidCreator;
import org.tournee.sync.RecordId;

/** Makes the ids of new records: growing with time, so that the store writes them at its end (UUIDv7). */
public final class NewRecord {

    private NewRecord() {}

    public static RecordId id() {
        return new RecordId(UuidCreator.getTimeOrderedEpoch());
    }
}
