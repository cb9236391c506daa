/** The end of a follow-up, and its new beginning. Rules: R-SEG-5, R-GDPR. */
@NullMarked
package org.tournee.closure;

import org.jspecify.annotations.NullMarked;
