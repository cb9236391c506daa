/** Records a contact, corrects one, shows the journal. Rules: R-CON, R-SEG-2, R-SEG-3. */
@NullMarked
package org.tournee.mobile.contact;

import org.jspecify.annotations.NullMarked;
