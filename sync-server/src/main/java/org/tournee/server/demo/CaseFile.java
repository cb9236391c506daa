package org.tournee.server.demo;

import java.util.List;
import org.tournee.dossier.ReferentTerm;
import org.tournee.server.store.Opening;

/**
 * A dossier as it was opened, and what happened in it since.
 *
 * @param work in the order of time
 * @param replacements who stands in for the referent at present
 */
record CaseFile(Opening opening, List<Made> work, List<ReferentTerm.Term> replacements) {

    CaseFile {
        work = List.copyOf(work);
        replacements = List.copyOf(replacements);
    }
}
