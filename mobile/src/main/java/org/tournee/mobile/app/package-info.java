/** Starts the phone's application and puts its parts together. */
@NullMarked
package org.tournee.mobile.app;

import org.jspecify.annotations.NullMarked;
