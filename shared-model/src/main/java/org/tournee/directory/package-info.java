/** The partners to whom people are referred, and what the field says of them. Rule: R-DIR. */
@NullMarked
package org.tournee.directory;

import org.jspecify.annotations.NullMarked;
