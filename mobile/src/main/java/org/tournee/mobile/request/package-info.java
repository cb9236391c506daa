/** What was asked, what the service is charged with, and on which days no contact is expected. Rules: R-REQ, R-MAN, R-SEG-10. */
@NullMarked
package org.tournee.mobile.request;

import org.jspecify.annotations.NullMarked;
