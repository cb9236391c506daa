package org.tournee.server.sync;

import org.tournee.server.store.RecordRow;
import org.tournee.sync.BucketId;
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

    static Judgement refused(ReturnReason reason, String detail) {
        return new Refused(reason, detail);
    }
}
