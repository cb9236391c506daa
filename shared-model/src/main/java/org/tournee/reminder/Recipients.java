package org.tournee.reminder;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.WorkerId;

/** Who is told. Rules: R-REM, R-REF. */
final class Recipients {

    private final @Nullable WorkerId answerable;

    Recipients(DossierContents contents, LocalDate today) {
        answerable = contents.answerableOn(today, ReferentRole.REPLACEMENT)
                .or(() -> contents.answerableOn(today, ReferentRole.REFERENT))
                .orElse(null);
    }

    /** The replacement while one stands in, else the referent; empty for a dossier without either. */
    Optional<WorkerId> answerable() {
        return Optional.ofNullable(answerable);
    }

    /** That worker, or whoever answers for the dossier. */
    Optional<WorkerId> orAnswerable(@Nullable WorkerId worker) {
        return worker == null ? answerable() : Optional.of(worker);
    }
}
