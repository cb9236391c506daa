/** What a restore of the database cannot lose: operations and decisions, in files outside of it. Rule: R-SYN. */
@NullMarked
package org.tournee.server.archive;

import org.jspecify.annotations.NullMarked;
