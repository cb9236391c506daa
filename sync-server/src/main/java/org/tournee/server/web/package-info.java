/** The pages of the back office. Rule: R-BO. */
@NullMarked
package org.tournee.server.web;

import org.jspecify.annotations.NullMarked;
