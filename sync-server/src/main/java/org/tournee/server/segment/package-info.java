/** How a service keeps pace, computed from facts without opening a dossier. Rules: R-SEG-4, R-SEG-8, R-SEG-10. */
@NullMarked
package org.tournee.server.segment;

import org.jspecify.annotations.NullMarked;
