/** Proves that the build works; to be deleted with the first real view. */
@NullMarked
package org.tournee.mobile.placeholder;

import org.jspecify.annotations.NullMarked;
