package org.tournee.contact;

/** Whether it was agreed beforehand. Rule: R-SEG-2. */
public enum Planning {
    PLANNED,
    SPONTANEOUS
}
