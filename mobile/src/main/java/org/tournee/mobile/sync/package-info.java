/** Sends what the worker saved and fetches what is new. Rule: R-SYN. */
@NullMarked
package org.tournee.mobile.sync;

import org.jspecify.annotations.NullMarked;
