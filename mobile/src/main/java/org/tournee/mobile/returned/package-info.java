/** What the service could not take: seen by its author, corrected, offered again, or put away. Rule: R-REC. */
@NullMarked
package org.tournee.mobile.returned;

import org.jspecify.annotations.NullMarked;
