/** Referrals, followed until somebody is known to have taken over. Rule: R-REL. */
@NullMarked
package org.tournee.mobile.referral;

import org.jspecify.annotations.NullMarked;
