/** Who may see and do what, one function for both sides. Rule: R-SHARE. */
@NullMarked
package org.tournee.access;

import org.jspecify.annotations.NullMarked;
