/** Who saw or changed what: append-only, each row bound to the one before it. Rule: R-AUD. */
@NullMarked
package org.tournee.server.audit;

import org.jspecify.annotations.NullMarked;
