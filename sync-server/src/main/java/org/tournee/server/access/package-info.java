/** Who is there: sign-in, enrolment of phones, tokens and sessions. Everything is refused unless allowed. */
@NullMarked
package org.tournee.server.access;

import org.jspecify.annotations.NullMarked;
