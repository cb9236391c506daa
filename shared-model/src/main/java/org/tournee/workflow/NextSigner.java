package org.tournee.workflow;

import java.util.Optional;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.State;

/** In which quality somebody signs an open decision next. Rules: R-SEG-5, R-SEG-6, R-SEG-7. */
public enum NextSigner {
    /** The head of the team, who has not signed it yet. */
    HEAD,
    /** The head, or a social worker of the team who takes the dossier themselves. */
    RECEIVING_TEAM,
    /** The referent, or whoever stands in for them. */
    REFERENT;

    /** Empty where the decision is closed. */
    public static Optional<NextSigner> of(Origin origin, State state) {
        return switch (state) {
            case PROPOSED -> Optional.of(origin == Origin.REQUEST ? REFERENT : HEAD);
            case APPROVED -> Optional.of(RECEIVING_TEAM);
            case DONE, RETURNED, DECLINED, WITHDRAWN -> Optional.empty();
        };
    }
}
