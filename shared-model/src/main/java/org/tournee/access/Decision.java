package org.tournee.access;

/** What access says: yes, or no and why. Rule: R-SHARE. */
public sealed interface Decision {

    /**
     * Yes.
     *
     * @param tellHead whether it was opened by a stated reason alone (break-glass): the head is told
     */
    record Allowed(boolean tellHead) implements Decision {}

    /** No. */
    record Refused(Refusal reason) implements Decision {}

    /** Whether it is allowed, with or without telling the head. */
    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /** Why not. The texts that people read are in the message bundles. */
    enum Refusal {
        /** Not linked to the dossier: a stated reason opens it, and the head is told. */
        NEEDS_REASON,
        /** Restricted to its author, the referent and the head. */
        RESTRICTED,
        /** A former referent sees, and writes no more. */
        VIEW_ONLY,
        /** The role has no such act on dossiers. */
        NOT_FOR_ROLE,
        /** Settled by its author, the referent or the head. */
        NOT_YOURS_TO_SETTLE,
        /** Ended by the referent, whoever stands in for them, or the head. */
        NOT_YOURS_TO_CLOSE,
        /** Only the head signs. */
        ONLY_THE_HEAD,
        /** Read and written by those who receive there, and a liaison sheet by whom it goes to. */
        OTHER_DESK
    }
}
