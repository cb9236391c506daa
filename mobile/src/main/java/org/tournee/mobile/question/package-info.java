/** Questions on a dossier: asked on a record, answered beside it. Rule: R-ASK. */
@NullMarked
package org.tournee.mobile.question;

import org.jspecify.annotations.NullMarked;
