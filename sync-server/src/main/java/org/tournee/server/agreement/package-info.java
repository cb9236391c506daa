/** Service agreements in the browser: what each side commits to, who signed, or why there is none. Rule: R-SEG-9. */
@NullMarked
package org.tournee.server.agreement;

import org.jspecify.annotations.NullMarked;
