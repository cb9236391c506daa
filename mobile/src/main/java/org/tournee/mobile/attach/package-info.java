/** A phone's services as Gluon's Attach gives them, behind the interfaces of {@code device}. */
@NullMarked
package org.tournee.mobile.attach;

import org.jspecify.annotations.NullMarked;
