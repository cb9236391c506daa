/** Appointments: where, when, with whom, and whether they took place. Rule: R-APP. */
@NullMarked
package org.tournee.mobile.appointment;

import org.jspecify.annotations.NullMarked;
