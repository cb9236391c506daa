/** The segment workflow: commands, two signatures, and what they do to a dossier. Rules: R-SEG-5 to R-SEG-7. */
@NullMarked
package org.tournee.workflow;

import org.jspecify.annotations.NullMarked;
