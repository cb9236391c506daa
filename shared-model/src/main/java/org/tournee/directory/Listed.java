package org.tournee.directory;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.tournee.sync.RecordId;

/** A partner as the directory lists it. */
public record Listed(RecordId id, Partner partner) {

    /** By name, as a reader looks for it: É stands with E. */
    public static final Comparator<Listed> BY_NAME = Comparator.comparing(
                    Listed::name, Collator.getInstance(Locale.ROOT))
            .thenComparing(listed -> listed.id().value());

    public Listed {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(partner, "partner");
    }

    public String name() {
        return partner.identity().name();
    }

    /** Whether people may be referred there. */
    public boolean isOpen() {
        return partner.standing().open();
    }
}
