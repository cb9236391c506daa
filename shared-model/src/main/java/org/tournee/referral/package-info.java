/** An orientation, followed until somebody is known to have taken over. Rule: R-REL. */
@NullMarked
package org.tournee.referral;

import org.jspecify.annotations.NullMarked;
