package org.tournee.server.conflict;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;

/** The conflicts that nobody has settled yet. */
@Singleton
public class OpenConflicts {

    /**
     * That a conflict exists, without what it is about.
     *
     * @param kind the code of the subject's kind
     * @param group the field group on which the edits differ
     */
    public record Open(
            RecordId conflict,
            DossierId dossier,
            BucketId bucket,
            RecordId subject,
            String kind,
            String group,
            Instant since) {}

    /** All of the organisation, the oldest first. */
    public List<Open> all(OrganisationId organisation) {
        throw new UnsupportedOperationException("Being written");
    }
}
