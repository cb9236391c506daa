/** The bilan socioprofessionnel: light enough to be used. Rule: R-BSP. */
@NullMarked
package org.tournee.mobile.professional;

import org.jspecify.annotations.NullMarked;
