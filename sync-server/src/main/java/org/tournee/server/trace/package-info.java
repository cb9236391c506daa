/** What an operation went through, from the phone to the other phone; for operators, without contents. Rule: R-AUD. */
@NullMarked
package org.tournee.server.trace;

import org.jspecify.annotations.NullMarked;
