/** Who saw and changed what: a dossier's history, the statement for the person, the journal of accesses. Rule: R-AUD. */
@NullMarked
package org.tournee.server.history;

import org.jspecify.annotations.NullMarked;
