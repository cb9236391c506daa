package org.tournee.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Norms for contacts, one for each day on which something changed: of a segment, of a kind of mandate. Rule: R-SEG-1. */
public interface DatedNorms {

    /** All, in any order. */
    List<? extends DatedNorm> norms();

    /** The norm in force on that day: the latest that had begun. */
    default Optional<? extends DatedNorm> inForce(LocalDate day) {
        return latest(norms(), day);
    }

    /** The latest of those that had begun on that day. */
    static <N extends DatedNorm> Optional<N> latest(List<N> norms, LocalDate day) {
        N inForce = null;
        for (N norm : norms) {
            boolean begun = !norm.validFrom().isAfter(day);
            if (begun && (inForce == null || norm.validFrom().isAfter(inForce.validFrom()))) {
                inForce = norm;
            }
        }
        return Optional.ofNullable(inForce);
    }

    /** What is asked for from a day on. */
    interface DatedNorm {

        /** The first day on which it holds. */
        LocalDate validFrom();

        /** How often; null where no number of contacts is asked for. */
        SegmentSheet.@Nullable Frequency frequency();

        /** The least share of physical contacts, in percent; null for none. */
        @Nullable
        Figure physicalShare();
    }
}
