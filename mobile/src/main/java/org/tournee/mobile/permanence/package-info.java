/** Receiving whoever comes: desks, the queue, reception and liaison sheets, collective actions. Rules: R-PER, R-COL. */
@NullMarked
package org.tournee.mobile.permanence;

import org.jspecify.annotations.NullMarked;
