/** Planned meetings. Rule: R-APP. */
@NullMarked
package org.tournee.appointment;

import org.jspecify.annotations.NullMarked;
