package org.tournee.agreement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.agreement.ServiceAgreement.Mutual;
import org.tournee.agreement.ServiceAgreement.Terms;
import org.tournee.contact.Contact;
import org.tournee.sync.RecordRules;

/**
 * What is asked of an agreement by the form that writes it, the same on the phone and in the browser: both sides signed it
 * on a day that has come, and it does not end before it began. What sync lets pass is wider: {@link RecordRules}. Rule:
 * R-SEG-9. Source: 001 §6.
 */
public final class AgreementCheck {

    private AgreementCheck() {}

    /** What is wrong, beside which field. */
    public enum Wrong {
        COMMITMENTS_MISSING,
        COMMITMENTS_TOO_LONG,
        SERVICE_TOO_LONG,
        /** Nobody of the household signed. */
        PERSONS_MISSING,
        STARTS_MISSING,
        /** Not said, or on a day to come. */
        SIGNED_WHEN,
        /** Before its first day, or before it was signed. */
        ENDS_EARLY,
        REASON_MISSING,
        REASON_TOO_LONG
    }

    /**
     * Everything that is wrong with it; empty where nothing is.
     *
     * @param typed with a reason, be it blank, where it says why there is none; days that were not typed are null
     * @param today nobody signs later than that
     */
    public static Set<Wrong> of(ServiceAgreement typed, LocalDate today) {
        String reason = typed.terms().exceptionReason();
        return reason == null ? signed(typed.terms(), typed.mutual(), today) : reasoned(reason);
    }

    private static Set<Wrong> reasoned(String reason) {
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        add(wrong, reason.isBlank(), Wrong.REASON_MISSING);
        add(wrong, reason.length() > RecordRules.LONGEST_NOTE, Wrong.REASON_TOO_LONG);
        return wrong;
    }

    private static Set<Wrong> signed(Terms terms, @Nullable Mutual mutual, LocalDate today) {
        LocalDate starts = mutual == null ? null : mutual.startsOn();
        LocalDate signed = terms.signedOn();
        LocalDate ends = terms.endsOn();
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        add(wrong, terms.commitments().isBlank(), Wrong.COMMITMENTS_MISSING);
        add(wrong, tooLong(terms.commitments()), Wrong.COMMITMENTS_TOO_LONG);
        add(wrong, mutual != null && tooLong(mutual.service()), Wrong.SERVICE_TOO_LONG);
        add(wrong, mutual == null || mutual.persons().isEmpty(), Wrong.PERSONS_MISSING);
        add(wrong, starts == null, Wrong.STARTS_MISSING);
        add(wrong, signed == null || signed.isAfter(today), Wrong.SIGNED_WHEN);
        add(
                wrong,
                ends != null && Stream.of(signed, starts).anyMatch(day -> day != null && ends.isBefore(day)),
                Wrong.ENDS_EARLY);
        return wrong;
    }

    private static boolean tooLong(String text) {
        return text.length() > Contact.Content.LONGEST_NARRATIVE;
    }

    private static void add(Set<Wrong> wrong, boolean is, Wrong what) {
        if (is) {
            wrong.add(what);
        }
    }
}
