/** Proves that the build and the JSON code generator work; to be deleted. */
@NullMarked
package org.tournee.placeholder;

import org.jspecify.annotations.NullMarked;
