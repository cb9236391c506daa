/** The rendez-vous des droits over the whole catalogue. Rule: R-RDD. */
@NullMarked
package org.tournee.mobile.rights;

import org.jspecify.annotations.NullMarked;
