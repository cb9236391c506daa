/** What is due, told in words that help. Rule: R-REM. */
@NullMarked
package org.tournee.mobile.reminder;

import org.jspecify.annotations.NullMarked;
