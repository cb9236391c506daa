/** Finding whatever the phone holds by a few letters of it. Rule: R-OFF. */
@NullMarked
package org.tournee.mobile.search;

import org.jspecify.annotations.NullMarked;
