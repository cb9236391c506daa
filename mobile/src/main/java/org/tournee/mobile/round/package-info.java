/** The round of a day: whom to go to and why, in which order, what one found. Rule: R-OUT. */
@NullMarked
package org.tournee.mobile.round;

import org.jspecify.annotations.NullMarked;
