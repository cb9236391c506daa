package org.tournee.workflow;

import org.tournee.workflow.Carried.Refusal;

/** Leaves a step at the first rule that says no; never leaves {@link SegmentWorkflow}. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    private RefusedException(Refusal reason) {
        super(reason.rule(), null, false, false);
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }

    static void unless(boolean holds, Refusal otherwise) {
        if (!holds) {
            throw new RefusedException(otherwise);
        }
    }
}
