/** What was asked, by whom, how urgent, and what was answered. Rule: R-REQ. */
@NullMarked
package org.tournee.request;

import org.jspecify.annotations.NullMarked;
