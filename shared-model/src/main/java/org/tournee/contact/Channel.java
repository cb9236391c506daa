package org.tournee.contact;

/** How people were in touch. Rule: R-SEG-2. */
public enum Channel {
    /** Face to face; physical. */
    IN_PERSON,
    /** With partners about the household, inside or outside the service; physical. */
    NETWORK_MEETING,
    PHONE,
    VIDEO,
    /** Letter, e-mail, message. */
    WRITTEN
}
