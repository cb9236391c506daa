package org.tournee.server.segment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceStatus;
import org.tournee.segment.Segment;

/**
 * An open dossier as the norms see it: no name, no word.
 *
 * @param referent who answers for it today
 * @param segment null without a running stay
 * @param pace null where the segment asks for no number of contacts
 */
public record PacedDossier(
        DossierId dossier,
        WorkerId referent,
        LocalDate openedOn,
        @Nullable Segment segment,
        @Nullable Pace pace) {

    /** Where the running period stands, if there is a norm. */
    public Optional<PaceStatus> status() {
        return Optional.ofNullable(pace).map(Pace::status);
    }
}
