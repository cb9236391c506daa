/** Two edits that cannot both stand, and their settlement. Rule: R-REC. */
@NullMarked
package org.tournee.mobile.conflict;

import org.jspecify.annotations.NullMarked;
