/** The follow-up of one household: the unit of work, of access and of sync. */
@NullMarked
package org.tournee.dossier;

import org.jspecify.annotations.NullMarked;
