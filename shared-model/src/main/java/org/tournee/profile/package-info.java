/** The dated figures and choices of an organisation, each with its unit and its source. Rule: R-SEG-0. */
@NullMarked
package org.tournee.profile;

import org.jspecify.annotations.NullMarked;
