/** Exchanges with or about a household. Rules: R-CON, R-SEG-2, R-SEG-3. */
@NullMarked
package org.tournee.contact;

import org.jspecify.annotations.NullMarked;
