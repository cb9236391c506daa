/** Going to people: a day's round, whom to go to and why, what to know before, and who does not want it. Rule: R-OUT. */
@NullMarked
package org.tournee.outreach;

import org.jspecify.annotations.NullMarked;
