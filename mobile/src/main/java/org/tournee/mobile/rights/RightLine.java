package org.tournee.mobile.rights;

import java.util.List;
import java.util.Optional;
import org.tournee.dossier.Entry;
import org.tournee.dossier.HouseholdFact;
import org.tournee.rights.Right;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;

/**
 * One right of the catalogue as the sweep shows it.
 *
 * @param check what was answered in this sweep; empty before
 * @param because the known facts that suggest looking at it first; empty for none. They never decide. Rule: R-CAT
 */
public record RightLine(Right right, Optional<Entry<RightCheck>> check, List<HouseholdFact> because) {

    public RightLine {
        because = List.copyOf(because);
    }

    public RightState state() {
        return check.map(entry -> entry.value().finding().state()).orElse(RightState.NOT_LOOKED_AT);
    }

    /** Whether it was put off by an answer, rather than not met yet. */
    public boolean putOff() {
        return check.isPresent() && state() == RightState.NOT_LOOKED_AT;
    }

    public boolean looked() {
        return state() != RightState.NOT_LOOKED_AT;
    }
}
