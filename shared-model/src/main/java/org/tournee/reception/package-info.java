/**
 * Receiving whoever comes: permanences and sites' desks, the queue, reception and liaison sheets, collective actions.
 * Rules: R-PER, R-COL.
 */
@NullMarked
package org.tournee.reception;

import org.jspecify.annotations.NullMarked;
