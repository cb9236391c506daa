package org.tournee.duplicate;

/** What speaks for two records being one person; shown to whoever reviews it. Rule: R-DUP. */
public enum Evidence {
    SAME_NAMES,
    /** Given name and family name were exchanged. */
    SWAPPED_NAMES,
    /** One letter of one word differs. */
    MISSPELT_NAME,
    /** Of one of them only the initial of the given name is known. */
    INITIAL_ONLY,
    /** One family name or set of given names is a part of the other: a double name, a name of use. */
    PART_OF_NAME,
    /** The same given names and birth date under another family name: a marriage, a divorce. */
    OTHER_FAMILY_NAME,
    SAME_BIRTH_DATE,
    /** One digit differs, or day and month were exchanged. */
    NEAR_BIRTH_DATE,
    SAME_PHONE
}
