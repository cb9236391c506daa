package org.tournee.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.question.Question;
import org.tournee.referral.Referral;

/** What the record of a referral and of a question must fulfil. Rules: R-REL, R-ASK, R-SHARE. */
public final class HandoverChecks {

    private HandoverChecks() {}

    /**
     * Checks a referral as typed: what is passed on the person's agreement has its purpose and its end, and who took over
     * is said with how that is known.
     */
    public static List<Violation> of(Referral referral) {
        Referral.Sharing sharing = referral.sharing();
        boolean agreed = sharing.ground() == Referral.Ground.AGREEMENT;
        Checks checks = new Checks()
                .said("orientation", "partner", referral.orientation().partner(), RecordRules.LONGEST_NAME)
                .atMost("orientation", "need", referral.orientation().need(), RecordRules.LONGEST_NOTE)
                .day("orientation", "made_on", referral.orientation().madeOn())
                .atMost("sharing", "passed_on", sharing.passedOn(), RecordRules.LONGEST_NOTE)
                .when(agreed && isBlank(sharing.purpose()), "sharing", "purpose", Violation.Code.INCOMPLETE)
                .atMost("sharing", "purpose", sharing.purpose(), RecordRules.LONGEST_NOTE)
                .when(agreed && sharing.until() == null, "sharing", "until", Violation.Code.INCOMPLETE)
                .day("sharing", "until", sharing.until())
                .day("watch", "check_on", referral.watch().checkOn())
                .notBefore(
                        "watch",
                        "check_on",
                        referral.watch().checkOn(),
                        referral.orientation().madeOn());
        Referral.Outcome outcome = referral.outcome();
        if (outcome != null) {
            boolean taken = outcome.state() == Referral.State.TAKEN_OVER;
            checks.when(taken && isBlank(outcome.who()), "outcome", "who", Violation.Code.INCOMPLETE)
                    .atMost("outcome", "who", outcome.who(), RecordRules.LONGEST_NAME)
                    .when(taken && isBlank(outcome.how()), "outcome", "how", Violation.Code.INCOMPLETE)
                    .atMost("outcome", "how", outcome.how(), RecordRules.LONGEST_NOTE)
                    .day("outcome", "known_on", outcome.knownOn());
        }
        return checks.violations();
    }

    /** Checks a question and its answer as typed. */
    public static List<Violation> of(Question question) {
        Checks checks = new Checks()
                .said("asked", "text", question.asked().text(), RecordRules.LONGEST_NOTE)
                .day("asked", "asked_on", question.asked().askedOn());
        Question.Answer answer = question.answer();
        if (answer != null) {
            checks.said("answer", "text", answer.text(), RecordRules.LONGEST_NOTE)
                    .day("answer", "answered_on", answer.answeredOn());
        }
        return checks.violations();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
