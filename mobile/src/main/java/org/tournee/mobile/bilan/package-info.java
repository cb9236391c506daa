/** The situation as balances, goals, actions and conclusion. Rule: R-BIL. */
@NullMarked
package org.tournee.mobile.bilan;

import org.jspecify.annotations.NullMarked;
