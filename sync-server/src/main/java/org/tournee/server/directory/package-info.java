/** The directory as the back office keeps it, and what the field says of it. Rule: R-DIR. */
@NullMarked
package org.tournee.server.directory;

import org.jspecify.annotations.NullMarked;
