package org.tournee.server.demo;

import java.util.List;
import org.tournee.server.store.Opening;

/** A dossier as it was opened, and what was recorded in it since, in the order of time. */
record CaseFile(Opening opening, List<Made> work) {

    CaseFile {
        work = List.copyOf(work);
    }
}
