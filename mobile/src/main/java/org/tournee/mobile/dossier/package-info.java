/** The overview of one dossier, and the household's names, address and reachability. Rules: R-REF, R-SHARE. */
@NullMarked
package org.tournee.mobile.dossier;

import org.jspecify.annotations.NullMarked;
