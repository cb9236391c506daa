/** The pace of a dossier in dots and words, and the reviews to come. Rules: R-SEG-4, R-SEG-7. */
@NullMarked
package org.tournee.mobile.segment;

import org.jspecify.annotations.NullMarked;
