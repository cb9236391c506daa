/** How much is done at a time, so that a rush is served in turn and with the memory that there is. */
@NullMarked
package org.tournee.server.load;

import org.jspecify.annotations.NullMarked;
