/** The sealed store of the phone: records, outbox and drafts in one SQLite file. Rule: R-OFF. */
@NullMarked
package org.tournee.mobile.store;

import org.jspecify.annotations.NullMarked;
