/** Session, push, pull and events: the phones' side of the server, described in {@code docs/sync.md}. */
@NullMarked
package org.tournee.server.sync;

import org.jspecify.annotations.NullMarked;
