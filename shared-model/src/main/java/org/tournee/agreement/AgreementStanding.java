package org.tournee.agreement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Stay;

/**
 * Whether a dossier has its service agreement: in A, B and C it has one, or a reasoned exception; with neither it is shown as
 * missing it. Rule: R-SEG-9. Source: 001 §6.
 *
 * @param day by when one is missed, or the last day of the one there is; null for one without an end, for an exception, and
 *     where none is asked for
 */
public record AgreementStanding(State state, @Nullable LocalDate day) {

    /** How it stands. */
    public enum State {
        /** In intake, in no segment, and in a profile without segments. */
        NOT_ASKED,
        /** There is a written reason why there is none. */
        EXCEPTION,
        RUNNING,
        /** It ends soon. */
        ENDING,
        MISSING
    }

    public AgreementStanding {
        Objects.requireNonNull(state, "state");
    }

    /**
     * How it stands on a day of the organisation.
     *
     * @param today the day of the organisation
     */
    public static AgreementStanding of(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        Stay stay = contents.stayOn(today).map(Entry::value).orElse(null);
        if (stay == null || !stay.span().segment().isAdvice() || profile.segmentation() == null) {
            return new AgreementStanding(State.NOT_ASKED, null);
        }
        return standing(contents.agreements().stream().map(Entry::value))
                .map(agreement -> of(agreement, today, profile))
                .orElseGet(() ->
                        new AgreementStanding(State.MISSING, dueOn(stay.span().enteredOn(), profile)));
    }

    /** By when one is due in a stay, as was said on its first day. Rule: R-SEG-0. */
    private static LocalDate dueOn(LocalDate entered, OrganisationProfile profile) {
        return profile.on(entered).reminders().agreementWithin().after(entered);
    }

    /**
     * The one that counts: a reasoned exception before any agreement, of these one without an end first, then the last to
     * end, be it over. What nobody signed is a draft, and counts for nothing.
     */
    public static Optional<ServiceAgreement> standing(Stream<ServiceAgreement> all) {
        return all.filter(one -> one.isException() || one.terms().signedOn() != null)
                .max(Comparator.comparing(ServiceAgreement::isException)
                        .thenComparing(one -> one.terms().endsOn(), Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private static AgreementStanding of(ServiceAgreement agreement, LocalDate today, OrganisationProfile profile) {
        LocalDate lastDay = agreement.terms().endsOn();
        if (agreement.isException()) {
            return new AgreementStanding(State.EXCEPTION, null);
        }
        return lastDay == null ? new AgreementStanding(State.RUNNING, null) : until(lastDay, today, profile);
    }

    private static AgreementStanding until(LocalDate lastDay, LocalDate today, OrganisationProfile profile) {
        if (lastDay.isBefore(today)) {
            return new AgreementStanding(State.MISSING, lastDay);
        }
        boolean soon = !today.isBefore(lastDay.minusDays(
                profile.on(today).reminders().agreementEnding().value()));
        return new AgreementStanding(soon ? State.ENDING : State.RUNNING, lastDay);
    }
}
