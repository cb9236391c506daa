/** The bytes of documents: taken in piece by piece, hashed, held sealed, given out again. Rule: R-DOC. */
@NullMarked
package org.tournee.server.document;

import org.jspecify.annotations.NullMarked;
