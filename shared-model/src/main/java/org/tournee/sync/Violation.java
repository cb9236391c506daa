package org.tournee.sync;

/**
 * A value that breaks a rule of its kind. It names where, never what.
 *
 * @param group the field group; empty for the record as a whole
 * @param field of the group as on the wire; empty for the group as a whole
 */
public record Violation(String group, String field, Code code) {

    /** What is wrong. The texts that people read are in the message bundles. */
    public enum Code {
        /** The groups are not those of the kind. */
        UNREADABLE,
        /** Blank where something must be said. */
        BLANK,
        TOO_LONG,
        TOO_MANY,
        OUT_OF_RANGE,
        /** It ends before it begins. */
        ENDS_BEFORE_START,
        /** A reason is wanted. */
        REASON_MISSING,
        /** Neither of two things of which one must be there. */
        INCOMPLETE,
        /** It is written with its record, and never again. */
        WRITTEN_ONCE
    }
}
