/**
 * The tables that the synchronisation stands on, and the doors through which everything else writes and reads dossiers:
 * every write takes its positions, every read and write of a dossier is audited in the same transaction.
 */
@NullMarked
package org.tournee.server.store;

import org.jspecify.annotations.NullMarked;
