package org.tournee.sync;

import java.util.List;
import org.tournee.contact.Contact;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.CollectiveSession;
import org.tournee.reception.DeskDay;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.WalkIn;

/**
 * What the records of a desk must fulfil. Nobody is turned away for a field that is empty, and no order of moments is asked
 * for: two phones' clocks may differ. Rules: R-PER, R-COL, R-CLK.
 */
public final class ReceptionChecks {

    private ReceptionChecks() {}

    /** Checks a desk opened for a day. */
    public static List<Violation> of(DeskDay day) {
        Checks checks = new Checks()
                .day("session", "day", day.session().day())
                .size("conditions", "with", day.conditions().with(), RecordRules.MOST_VALUES);
        DeskDay.Closing closing = day.closing();
        if (closing != null) {
            checks.moment("closing", "at", closing.at());
        }
        return checks.violations();
    }

    /** Checks a reception sheet as typed: what is said fits it, and each state has its moments. */
    public static List<Violation> of(WalkIn walkIn) {
        WalkIn.Course course = walkIn.course();
        boolean unmet = course.state() == WalkIn.State.WAITING || course.state() == WalkIn.State.LEFT;
        return new Checks()
                .day("arrival", "day", walkIn.arrival().day())
                .moment("arrival", "at", walkIn.arrival().at())
                .atMost("visitor", "name", walkIn.visitor().name(), RecordRules.LONGEST_NAME)
                .atMost("visitor", "phone", walkIn.visitor().phone(), RecordRules.LONGEST_PHONE)
                .atMost("need", "note", walkIn.need().note(), WalkIn.LONGEST_NOTE)
                .when(
                        !unmet && (course.receivedAt() == null || course.by() == null),
                        "course",
                        "received_at",
                        Violation.Code.INCOMPLETE)
                .when(
                        course.state().isEnd() != (course.endedAt() != null),
                        "course",
                        "ended_at",
                        Violation.Code.INCOMPLETE)
                .violations();
    }

    /** Checks a liaison sheet as typed: it says what is asked, and goes to exactly one. */
    public static List<Violation> of(LiaisonSheet sheet) {
        LiaisonSheet.Message message = sheet.message();
        Checks checks = new Checks()
                .day("message", "sent_on", message.sentOn())
                .atMost("message", "visitor", message.visitor(), RecordRules.LONGEST_NAME)
                .atMost("message", "reach", message.reach(), RecordRules.LONGEST_NAME)
                .said("message", "text", message.text(), RecordRules.LONGEST_NOTE)
                .when(sheet.address().named() != 1, "address", "", Violation.Code.INCOMPLETE);
        String service = sheet.address().service();
        if (service != null) {
            checks.said("address", "service", service, RecordRules.LONGEST_NAME);
        }
        LiaisonSheet.Takeover takeover = sheet.takeover();
        if (takeover != null) {
            checks.day("takeover", "on", takeover.on());
        }
        return checks.violations();
    }

    /** Checks a collective action as typed. */
    public static List<Violation> of(CollectiveAction action) {
        CollectiveAction.Theme theme = action.theme();
        Checks checks = new Checks()
                .said("theme", "title", theme.title(), RecordRules.LONGEST_NAME)
                .said("theme", "service", theme.service(), RecordRules.LONGEST_NAME)
                .day("theme", "began_on", theme.beganOn());
        CollectiveAction.Ending ending = action.ending();
        if (ending != null) {
            checks.day("ending", "on", ending.on()).notBefore("ending", "on", ending.on(), theme.beganOn());
        }
        return checks.violations();
    }

    /** Checks a session as typed: at least a minute, and no more newcomers than participants. */
    public static List<Violation> of(CollectiveSession counted) {
        CollectiveSession.Session session = counted.session();
        return new Checks()
                .day("session", "day", session.day())
                .between("session", "minutes", session.minutes(), 1, Contact.Meeting.LONGEST_MINUTES)
                .between("session", "participants", session.participants(), 0, CollectiveSession.MOST_PARTICIPANTS)
                .between("session", "first_time", session.firstTime(), 0, session.participants())
                .violations();
    }
}
