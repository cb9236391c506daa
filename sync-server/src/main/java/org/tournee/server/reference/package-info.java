/** The profile in force, as every phone holds it, in the browser. Rules: R-BO, R-SEG-0. */
@NullMarked
package org.tournee.server.reference;

import org.jspecify.annotations.NullMarked;
