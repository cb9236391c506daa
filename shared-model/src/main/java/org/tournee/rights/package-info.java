/** The catalogue of rights and the rendez-vous des droits. Rules: R-RDD, R-CAT. */
@NullMarked
package org.tournee.rights;

import org.jspecify.annotations.NullMarked;
