/** Segments, contact norms, pace, reviews and portfolio. Rules: R-SEG-0 to R-SEG-10. */
@NullMarked
package org.tournee.segment;

import org.jspecify.annotations.NullMarked;
