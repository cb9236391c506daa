/** What the desks count, whom their liaison sheets reach, and the collective actions. Rules: R-PER, R-COL, R-IND. */
@NullMarked
package org.tournee.server.reception;

import org.jspecify.annotations.NullMarked;
