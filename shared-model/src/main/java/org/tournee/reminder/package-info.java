/** What is due, told to somebody in time; derived on both sides from the same rules. Rule: R-REM. */
@NullMarked
package org.tournee.reminder;

import org.jspecify.annotations.NullMarked;
