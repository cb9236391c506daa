/** The same person or household recorded twice. Rule: R-DUP. */
@NullMarked
package org.tournee.duplicate;

import org.jspecify.annotations.NullMarked;
