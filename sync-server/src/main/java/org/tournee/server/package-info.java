/** The synchronisation server and its back office. */
@NullMarked
package org.tournee.server;

import org.jspecify.annotations.NullMarked;
