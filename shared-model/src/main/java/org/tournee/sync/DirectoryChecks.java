package org.tournee.sync;

import java.util.List;
import org.tournee.directory.DirectoryNote;
import org.tournee.directory.Partner;

/** What the records of the directory must fulfil. Rule: R-DIR. */
public final class DirectoryChecks {

    private DirectoryChecks() {}

    /** Checks a partner as the back office typed it. */
    public static List<Violation> of(Partner partner) {
        Partner.Reach reach = partner.reach();
        return new Checks()
                .said("identity", "name", partner.identity().name(), RecordRules.LONGEST_NAME)
                .when(partner.offer().topics().isEmpty(), "offer", "topics", Violation.Code.BLANK)
                .size("offer", "topics", partner.offer().topics(), RecordRules.MOST_VALUES)
                .said("offer", "what", partner.offer().what(), RecordRules.LONGEST_NOTE)
                .atMost("offer", "audience", partner.offer().audience(), RecordRules.LONGEST_TEXT)
                .atMost("offer", "criteria", partner.offer().criteria(), RecordRules.LONGEST_TEXT)
                .atMost("place", "street", partner.place().street(), RecordRules.LONGEST_NAME)
                .atMost("place", "postcode", partner.place().postcode(), RecordRules.LONGEST_CODE)
                .said("place", "commune_name", partner.place().communeName(), RecordRules.LONGEST_NAME)
                .atMost("place", "hours", partner.place().hours(), RecordRules.LONGEST_TEXT)
                .atMost("reach", "person", reach.person(), RecordRules.LONGEST_NAME)
                .atMost("reach", "phone", reach.phone(), RecordRules.LONGEST_PHONE)
                .atMost("reach", "email", reach.email(), RecordRules.LONGEST_NAME)
                .day("standing", "checked_on", partner.standing().checkedOn())
                .violations();
    }

    /** Checks what somebody in the field says of the directory: a correction names its partner, a need its subject. */
    public static List<Violation> of(DirectoryNote note) {
        DirectoryNote.Note said = note.note();
        boolean corrects = said.purpose() == DirectoryNote.Purpose.CORRECTION;
        return new Checks()
                .when(corrects && said.partner() == null, "note", "partner", Violation.Code.INCOMPLETE)
                .when(!corrects && said.topic() == null, "note", "topic", Violation.Code.INCOMPLETE)
                .said("note", "text", said.text(), RecordRules.LONGEST_NOTE)
                .day("note", "noted_on", said.notedOn())
                .violations();
    }
}
