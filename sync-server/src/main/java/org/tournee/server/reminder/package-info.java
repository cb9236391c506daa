/** What is due, told once to whoever it concerns. Rule: R-REM. */
@NullMarked
package org.tournee.server.reminder;

import org.jspecify.annotations.NullMarked;
