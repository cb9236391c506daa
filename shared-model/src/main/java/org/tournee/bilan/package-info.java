/** The social assessment: items, goals, actions and conclusion. Rule: R-BIL. */
@NullMarked
package org.tournee.bilan;

import org.jspecify.annotations.NullMarked;
