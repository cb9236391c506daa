package org.tournee.sync;

import java.util.List;
import org.tournee.outreach.Opposition;
import org.tournee.outreach.SafetyNote;
import org.tournee.outreach.Visit;

/** What the records of going to people must fulfil. Rule: R-OUT. */
public final class OutreachChecks {

    private OutreachChecks() {}

    /** Checks a stop of a round. */
    public static List<Violation> of(Visit visit) {
        Checks checks = new Checks()
                .day("plan", "day", visit.plan().day())
                .size("plan", "grounds", visit.plan().grounds(), RecordRules.MOST_VALUES)
                .between("turn", "rank", visit.turn().rank(), 0, Visit.Turn.LAST);
        Visit.Ending ending = visit.ending();
        if (ending != null) {
            checks.moment("ending", "at", ending.at());
        }
        return checks.violations();
    }

    /** Checks a safety note as typed: it ends within a year. */
    public static List<Violation> of(SafetyNote note) {
        SafetyNote.Note said = note.note();
        return new Checks()
                .said("note", "fact", said.fact(), SafetyNote.LONGEST_FACT)
                .day("note", "noted_on", said.notedOn())
                .day("note", "expires_on", said.expiresOn())
                .notBefore("note", "expires_on", said.expiresOn(), said.notedOn())
                .when(
                        said.expiresOn().isAfter(said.notedOn().plusMonths(SafetyNote.MOST_MONTHS)),
                        "note",
                        "expires_on",
                        Violation.Code.OUT_OF_RANGE)
                .violations();
    }

    /** Checks what a person said of being approached. */
    public static List<Violation> of(Opposition opposition) {
        Checks checks = new Checks()
                .day("stated", "said_on", opposition.stated().saidOn())
                .atMost("stated", "words", opposition.stated().words(), RecordRules.LONGEST_NOTE);
        Opposition.Withdrawal withdrawal = opposition.withdrawal();
        if (withdrawal != null) {
            checks.day("withdrawal", "said_on", withdrawal.saidOn());
        }
        return checks.violations();
    }
}
