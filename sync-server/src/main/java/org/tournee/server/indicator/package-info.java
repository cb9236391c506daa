/** Figures of a period, for a head whole, for others without what would name anybody. Rule: R-IND. */
@NullMarked
package org.tournee.server.indicator;

import org.jspecify.annotations.NullMarked;
