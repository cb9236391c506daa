package org.tournee.mobile.contact;

import java.util.Optional;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.app.Phone;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;

/**
 * What a contact that is being recorded does to the pace of the segment: before and after, both empty where the segment
 * has no pace, after also while the contact cannot be read. What is after is provisional until the server has it. Rule: R-SEG-4.
 */
public record PaceEffect(Optional<Pace> before, Optional<Pace> after) {

    /** What happens to the count. */
    public enum Kind {
        /** The segment asks for no number of contacts. */
        NO_PACE,
        /** One more counts. */
        COUNTS,
        /** It is kept and does not count until its duration is given. Rule: R-SEG-3 */
        WAITS_FOR_DURATION,
        /** It is kept and changes nothing. */
        UNCHANGED,
        /** A correction that takes one away. */
        LESS
    }

    static PaceEffect of(Phone phone, DossierContents contents, ContactCheck.Checked checked) {
        Optional<Pace> before =
                PaceRules.of(contents, phone.today(), phone.store().profile());
        if (checked instanceof ContactCheck.Sound sound) {
            return new PaceEffect(before, after(phone, contents, sound.contact()));
        }
        return new PaceEffect(before, Optional.empty());
    }

    private static Optional<Pace> after(Phone phone, DossierContents contents, Contact contact) {
        return PaceRules.with(
                contents,
                contact,
                phone.store().worker(),
                phone.today(),
                phone.store().profile());
    }

    public Kind kind() {
        if (before.isEmpty() || after.isEmpty()) {
            return Kind.NO_PACE;
        }
        int more = after.get().counted() - before.get().counted();
        if (more != 0) {
            return more > 0 ? Kind.COUNTS : Kind.LESS;
        }
        boolean waits =
                after.get().contacts().incomplete() > before.get().contacts().incomplete();
        return waits ? Kind.WAITS_FOR_DURATION : Kind.UNCHANGED;
    }
}
