/** The real stores of the server for simulated lives: the plans are those of the phone's module. */
@NullMarked
package org.tournee.server.simulated;

import org.jspecify.annotations.NullMarked;
