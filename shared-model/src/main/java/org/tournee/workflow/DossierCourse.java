package org.tournee.workflow;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.FirstAllocation;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.sync.RecordId;

/**
 * Where a dossier stands in the workflow of its segment.
 *
 * @param stay the running one; null where the dossier is in no segment
 * @param awaitsAllocation whether the receiving worker's definitive decision is still to come. Rule: R-SEG-5
 * @param open the decision that waits for a signature; null for none
 */
public record DossierCourse(
        @Nullable Entry<Stay> stay,
        boolean awaitsAllocation,
        @Nullable Entry<SegmentChange> open) {

    /** A dossier that is in no segment yet. */
    public static final DossierCourse NONE = new DossierCourse(null, false, null);

    /** Where a dossier stands on a day of the organisation. */
    public static DossierCourse of(DossierContents contents, LocalDate today) {
        Entry<Stay> stay = contents.stayOn(today).orElse(null);
        Entry<SegmentChange> open = contents.segmentChanges().stream()
                .filter(change -> change.value().course().state().isOpen())
                .findFirst()
                .orElse(null);
        return new DossierCourse(stay, stay != null && FirstAllocation.isAwaited(contents, stay.value()), open);
    }

    /** What somebody who signs now sees. */
    public Expectation asSeen() {
        RecordId seenStay = stay == null ? null : stay.id();
        return open == null
                ? new Expectation(seenStay, null, 0)
                : new Expectation(
                        seenStay, open.id(), open.value().course().signatures().size());
    }

    /** The running segment; null for none. */
    public @Nullable Segment segment() {
        return stay == null ? null : stay.value().span().segment();
    }

    boolean isInAdvice() {
        return stay != null && stay.value().span().segment().isAdvice();
    }

    boolean isOpen(SegmentChange.Origin origin, SegmentChange.State state) {
        return open != null
                && open.value().subject().origin() == origin
                && open.value().course().state() == state;
    }

    /** The day on which the running stay comes to its limit. Rules: R-SEG-1, R-SEG-4. */
    public Optional<LocalDate> limit(OrganisationProfile profile) {
        return stay == null ? Optional.empty() : profile.limitOf(stay.value().span());
    }
}
