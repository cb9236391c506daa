/** What was asked of the service and what it was charged with: requests and mandates of a dossier. Rules: R-REQ, R-MAN. */
@NullMarked
package org.tournee.server.request;

import org.jspecify.annotations.NullMarked;
