/** Plain SQL in transactions. */
@NullMarked
package org.tournee.server.database;

import org.jspecify.annotations.NullMarked;
