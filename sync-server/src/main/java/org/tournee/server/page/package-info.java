/** What every page of the back office has: its template engine and its headers. */
@NullMarked
package org.tournee.server.page;

import org.jspecify.annotations.NullMarked;
