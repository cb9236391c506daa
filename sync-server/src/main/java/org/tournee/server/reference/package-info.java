/** What every phone holds besides dossiers, to be read in the browser: the profile in force, the catalogue of rights. Rule: R-BO. */
@NullMarked
package org.tournee.server.reference;

import org.jspecify.annotations.NullMarked;
