package org.tournee.server.history;

import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.DossierStandings.DossierStanding;
import org.tournee.sync.Audience;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordKind;

/**
 * An operation of the log, opened, and what decides who may see it.
 *
 * @param worker who wrote it
 * @param audience of its record; restricted where that is not known: deny first
 * @param verdict null where none was stored
 * @param about the kind that its groups are of: a settlement's is that of what the conflict is about
 * @param group of what was settled; null but for a settlement
 */
record LoggedChange(
        Operation operation,
        WorkerId worker,
        Audience audience,
        Outcome.@Nullable Verdict verdict,
        String about,
        @Nullable String group) {

    /** Whether somebody may see what it wrote to that group. */
    boolean shows(DossierStanding standing, String name) {
        RecordKind kind = RecordKind.ofCode(about).orElse(null);
        Subject subject = kind == null ? new Subject(audience, null, null) : Subject.group(kind, name, audience);
        return standing.may(Act.VIEW, subject, worker);
    }
}
