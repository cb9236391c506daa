/** The catalogue of rights edited by the back office: a draft, a preview, a version. Rule: R-CAT. */
@NullMarked
package org.tournee.server.catalogue;

import org.jspecify.annotations.NullMarked;
