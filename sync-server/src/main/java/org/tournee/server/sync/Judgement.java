package org.tournee.server.sync;

import org.tournee.server.store.RecordRow;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.ReturnReason;

/** What becomes of one operation. */
public sealed interface Judgement {

    /** It took effect there. */
    record Effect(Outcome.Verdict verdict, BucketId bucket, long position) implements Judgement {}

    /** It breaks a rule. {@code detail} is for an operator and names no value. */
    record Refused(ReturnReason reason, String detail) implements Judgement {}

    /** It took effect in that record as it is now. */
    static Judgement effect(Outcome.Verdict verdict, RecordRow row) {
        return new Effect(verdict, row.bucket(), row.position());
    }

    /** Its record is not there. */
    static Judgement missing(Surroundings around, Operation operation) {
        return around.returnedCreations().contains(operation.recordId())
                ? refused(ReturnReason.DEPENDS_ON, "the creation of its record was returned")
                : refused(ReturnReason.UNKNOWN_RECORD, "no such record");
    }

    /** A command of which the expected state is past. */
    static Judgement stale(String detail) {
        return refused(ReturnReason.STALE, detail);
    }

    static Judgement refused(ReturnReason reason, String detail) {
        return new Refused(reason, detail);
    }
}
