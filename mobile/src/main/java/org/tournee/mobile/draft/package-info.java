/** What forms hold before it is saved: kept as one types, offered again, listed. Rule: R-OFF. */
@NullMarked
package org.tournee.mobile.draft;

import org.jspecify.annotations.NullMarked;
