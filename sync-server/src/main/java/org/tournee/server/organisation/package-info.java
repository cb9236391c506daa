/** Who works here, in which team, and where the public is received. Rule: R-BO. */
@NullMarked
package org.tournee.server.organisation;

import org.jspecify.annotations.NullMarked;
