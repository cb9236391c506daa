package org.tournee.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Stay;

/** What became of a command. */
public sealed interface Carried {

    /**
     * Signed.
     *
     * @param change the decision as it stands now
     * @param answered a request that this decision follows, as it stands now; null for none
     */
    record Done(SegmentChange change, @Nullable SegmentChange answered, List<Effect> effects) implements Carried {

        public Done {
            effects = List.copyOf(effects);
        }
    }

    /** The dossier is not where the signer saw it any more: kept, shown as not done. */
    record Stale() implements Carried {}

    /** A rule says no: kept, and back with its author. */
    record Refused(Refusal reason) implements Carried {}

    /** What a command does to the dossier besides its decision. */
    sealed interface Effect {

        /** The running stay ends on the day on which this one begins. */
        record NewStay(Stay stay) implements Effect {}

        /** The running stay is allocated for good. */
        record Allocated(Stay.Allocation allocation) implements Effect {}

        /** Somebody else answers for the dossier from that day on. */
        record NewReferent(WorkerId worker) implements Effect {}
    }

    /** Why not; the words and what to do about it are in the message bundles. */
    enum Refusal {
        /** This profile has no segments. */
        NO_SEGMENTS("R-SEG-0"),
        /** A proposal ticks at least one criterion, and only those of the segment. */
        CRITERIA("R-SEG-1"),
        /** A written professional reason, a report, an objection is missing. */
        REASON_MISSING("R-SEG-6"),
        /** Nobody signs twice where two people are due. */
        SECOND_PERSON("R-SEG-6"),
        NOT_AN_INTAKE_WORKER("R-SEG-5"),
        NOT_THE_REFERENT("R-SEG-6"),
        NOT_THE_HEAD("R-SEG-6"),
        NOT_AN_ADMIN_ASSISTANT("R-SEG-6"),
        /** Neither the head nor a social worker of the team who takes it themselves. */
        NOT_OF_THE_RECEIVING_TEAM("R-SEG-5"),
        NOT_ITS_AUTHOR("R-SEG-6"),
        /** Another decision waits for a signature: it is closed first. */
        ANOTHER_OPEN("R-SEG-6"),
        /** No decision waits for this signature. */
        NOTHING_OPEN("R-SEG-6"),
        NOT_IN_INTAKE("R-SEG-5"),
        /** The dossier is in no advice segment. */
        NOT_IN_ADVICE("R-SEG-5"),
        /** The segment cannot lead to that one. */
        NOT_FROM_HERE("R-SEG-1"),
        ALREADY_ALLOCATED("R-SEG-5"),
        /** An admin assistant asks for more intensity, for dossiers in C alone. */
        ONLY_FROM_C("R-SEG-6"),
        /** The limit of the stay is too far, or there is none. */
        NOT_AT_THE_LIMIT("R-SEG-7"),
        CHECK_INCOMPLETE("R-SEG-7"),
        REVIEW_INCOMPLETE("R-SEG-7"),
        /** Too long a text. */
        TOO_LONG("R-SEG-6"),
        /** Whoever is to answer for the dossier is no social worker of the service. */
        NOT_A_SOCIAL_WORKER("R-SEG-5"),
        /** Whoever is to answer for the dossier has as many as a phone holds. */
        CASELOAD_FULL("R-REF");

        private final String rule;

        Refusal(String rule) {
            this.rule = rule;
        }

        /** The id of the rule that says so. */
        public String rule() {
            return rule;
        }
    }
}
