/** How what people read is set, alike on the phone and in the browser. */
@NullMarked
package org.tournee.text;

import org.jspecify.annotations.NullMarked;
