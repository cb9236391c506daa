/** What cannot both stand, until somebody settles it. Rule: R-REC. */
@NullMarked
package org.tournee.server.conflict;

import org.jspecify.annotations.NullMarked;
