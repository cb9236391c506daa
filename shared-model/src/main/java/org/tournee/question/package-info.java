/** What a colleague asks on a record, and what was answered. Rule: R-ASK. */
@NullMarked
package org.tournee.question;

import org.jspecify.annotations.NullMarked;
