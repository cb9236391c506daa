/** Supporting documents on the phone: taken in, shown, sent. Rule: R-DOC. */
@NullMarked
package org.tournee.mobile.document;

import org.jspecify.annotations.NullMarked;
