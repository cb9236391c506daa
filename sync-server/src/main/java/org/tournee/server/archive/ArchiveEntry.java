package org.tournee.server.archive;

import java.time.Instant;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.StreamId;

/**
 * Something that the archive holds. What it says is sealed: an operation under the key under which the log has it, a
 * decision under the master key.
 */
sealed interface ArchiveEntry {

    OrganisationId organisation();

    /** The order in which entries are replayed: whoever saw another's effect has the greater number. */
    long ordinal();

    /**
     * An operation, verbatim.
     *
     * @param hash of its clear bytes
     * @param keyOwner under whose key it is sealed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Operation(
            OrganisationId organisation,
            long ordinal,
            StreamId stream,
            long opSeq,
            String hash,
            UUID keyOwner,
            Instant receivedAt,
            byte[] sealed)
            implements ArchiveEntry {}

    /**
     * A row of a table that the server itself writes, as it is since then.
     *
     * @param gone whether the row was removed; the image is the last one then
     * @param sealed JSON of the columns by name
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Decision(OrganisationId organisation, long ordinal, UUID id, String table, boolean gone, byte[] sealed)
            implements ArchiveEntry {}
}
