/** Legal missions on a dossier. Rule: R-MAN. */
@NullMarked
package org.tournee.mandate;

import org.jspecify.annotations.NullMarked;
