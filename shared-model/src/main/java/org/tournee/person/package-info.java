/** The people who are accompanied. */
@NullMarked
package org.tournee.person;

import org.jspecify.annotations.NullMarked;
