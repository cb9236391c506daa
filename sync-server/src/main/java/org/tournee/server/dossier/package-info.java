/** Opening a dossier in the back office. Rules: R-REQ, R-DUP, R-ORG. */
@NullMarked
package org.tournee.server.dossier;

import org.jspecify.annotations.NullMarked;
