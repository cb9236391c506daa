/** Service agreements: what each side commits to, who signed, or why there is none. Rule: R-SEG-9. */
@NullMarked
package org.tournee.mobile.agreement;

import org.jspecify.annotations.NullMarked;
