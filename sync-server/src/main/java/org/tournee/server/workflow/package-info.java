/** Decisions on the segment of a dossier: signed in one transaction, shown with who signs next. Rules: R-SEG-5 to R-SEG-7. */
@NullMarked
package org.tournee.server.workflow;

import org.jspecify.annotations.NullMarked;
