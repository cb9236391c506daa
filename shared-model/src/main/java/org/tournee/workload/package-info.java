/** Who is offered a new dossier, and why. Rule: R-ORG. */
@NullMarked
package org.tournee.workload;

import org.jspecify.annotations.NullMarked;
