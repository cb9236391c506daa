package org.tournee.reminder;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.WorkerId;

/** Who is told. Rules: R-REM, R-REF. */
final class Recipients {

    private final @Nullable WorkerId answerable;
    private final TeamHeads heads;

    Recipients(DossierContents contents, LocalDate today, TeamHeads heads) {
        this.heads = heads;
        answerable = contents.answeringOn(today).orElse(null);
    }

    /** The replacement while one stands in, else the referent; empty for a dossier without either. */
    Optional<WorkerId> answerable() {
        return Optional.ofNullable(answerable);
    }

    /** The head of whoever answers for the dossier, or they themselves where no head is known. */
    Optional<WorkerId> head() {
        return answerable().flatMap(heads::of).or(this::answerable);
    }

    /** That worker, or whoever answers for the dossier. */
    Optional<WorkerId> orAnswerable(@Nullable WorkerId worker) {
        return worker == null ? answerable() : Optional.of(worker);
    }
}
