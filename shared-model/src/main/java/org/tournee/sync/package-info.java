/** What phones and server say to each other, and how two edits of one record become one.
 *
 * <p>The protocol is described in {@code docs/sync.md}. */
@NullMarked
package org.tournee.sync;

import org.jspecify.annotations.NullMarked;
