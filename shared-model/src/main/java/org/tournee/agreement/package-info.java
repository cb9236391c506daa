/** Written mutual commitments. Rule: R-SEG-9. */
@NullMarked
package org.tournee.agreement;

import org.jspecify.annotations.NullMarked;
