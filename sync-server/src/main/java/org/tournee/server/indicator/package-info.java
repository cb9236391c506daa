/** Figures of a period, for a head with the dossiers behind, for others without what would name anybody. Rule: R-IND. */
@NullMarked
package org.tournee.server.indicator;

import org.jspecify.annotations.NullMarked;
