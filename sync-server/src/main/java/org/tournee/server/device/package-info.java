/** The workers' phones and browsers as their service sees them. Rules: R-BO, R-CLK. */
@NullMarked
package org.tournee.server.device;

import org.jspecify.annotations.NullMarked;
