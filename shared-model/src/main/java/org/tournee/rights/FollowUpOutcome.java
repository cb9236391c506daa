package org.tournee.rights;

/** How the follow-up of a right ended. Rule: R-RDD. */
public enum FollowUpOutcome {
    OPENED,
    REFUSED,
    CLOSED,
    GIVEN_UP
}
