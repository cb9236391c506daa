/** The same person recorded twice: found after sync, reviewed by people. Rule: R-DUP. */
@NullMarked
package org.tournee.server.duplicate;

import org.jspecify.annotations.NullMarked;
