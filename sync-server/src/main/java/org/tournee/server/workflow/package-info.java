/** Decisions on a dossier, each in one transaction: its segment, signed by two, and who answers for it. Rules: R-SEG-5 to R-SEG-7, R-REF. */
@NullMarked
package org.tournee.server.workflow;

import org.jspecify.annotations.NullMarked;
