/** What goes wrong, said the same way everywhere: problem details for programs (RFC 9457), plain pages for people. */
@NullMarked
package org.tournee.server.problem;

import org.jspecify.annotations.NullMarked;
