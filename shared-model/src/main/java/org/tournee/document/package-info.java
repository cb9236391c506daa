/** Supporting documents: what describes them, when they serve, what becomes of their bytes. Rule: R-DOC. */
@NullMarked
package org.tournee.document;

import org.jspecify.annotations.NullMarked;
