/** Erasing a dossier by destroying its key. Rule: R-GDPR. */
@NullMarked
package org.tournee.server.erasure;

import org.jspecify.annotations.NullMarked;
