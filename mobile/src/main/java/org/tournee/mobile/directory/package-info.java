/** The directory of partners on the phone, and what one says of it. Rule: R-DIR. */
@NullMarked
package org.tournee.mobile.directory;

import org.jspecify.annotations.NullMarked;
