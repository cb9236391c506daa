/** Typed identifiers: one small record an id, a bare string on the wire. */
@NullMarked
package org.tournee.identity;

import org.jspecify.annotations.NullMarked;
