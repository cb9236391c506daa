/** Proves that the build works; to be deleted with the first real page. */
@NullMarked
package org.tournee.server.placeholder;

import org.jspecify.annotations.NullMarked;
