package org.tournee.server.archive;

import java.util.List;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;

/**
 * Where the archive is kept: outside the database, and best on another machine. It only grows, but for keys, which can be
 * destroyed. Each method is durable when it returns.
 */
interface ArchiveStore {

    /** Which archive this is; another one holds nothing of what was written to this. */
    String id();

    /** Appends entries, all of them or, where this fails, some: whoever does not know appends them again. */
    long append(List<ArchiveEntry> entries);

    /** The position after the last entry. */
    long end();

    /** Everything after a position, as far as it can be read, in the order in which it was appended. */
    Reading readFrom(long position);

    /**
     * What could be read.
     *
     * @param damages places where bytes are not what was written; a torn end is none, for nobody was told that it is durable
     */
    record Reading(List<ArchiveEntry> entries, int damages) {}

    /** The key of a dossier, a worker or an organisation, wrapped by the master key. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record WrappedKey(OrganisationId organisation, UUID owner, byte[] wrapped) {}

    void keepKeys(List<WrappedKey> keys);

    /** Destroys a key: what is sealed under it cannot be read any more. Rule: R-GDPR. */
    void destroyKey(OrganisationId organisation, UUID owner);

    List<WrappedKey> keys();
}
