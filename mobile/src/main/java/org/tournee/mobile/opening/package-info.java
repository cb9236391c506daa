/** Opens a dossier where one meets a household, with no network. Rules: R-REQ, R-OFF, R-DUP. */
@NullMarked
package org.tournee.mobile.opening;

import org.jspecify.annotations.NullMarked;
