/** Mail that leaves the service: it says that something is there to be looked at, and nothing of anybody. Rule: R-REM. */
@NullMarked
package org.tournee.server.mail;

import org.jspecify.annotations.NullMarked;
