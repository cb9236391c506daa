package org.tournee.rights;

/** The domains of the catalogue. Rule: R-RDD. */
public enum RightsDomain {
    HEALTH,
    FAMILY,
    HOUSING,
    MINIMUM_INCOME,
    EMPLOYMENT,
    DISABILITY,
    OLD_AGE,
    ENERGY,
    TRANSPORT,
    LOCAL
}
