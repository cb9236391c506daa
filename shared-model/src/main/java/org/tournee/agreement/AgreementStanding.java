package org.tournee.agreement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        List<ServiceAgreement.Terms> all = contents.agreements().stream()
                .map(entry -> entry.value().terms())
                .toList();
        if (all.stream().anyMatch(terms -> terms.exceptionReason() != null)) {
            return new AgreementStanding(State.EXCEPTION, null);
        }
        if (all.stream().anyMatch(terms -> terms.signedOn() != null && terms.endsOn() == null)) {
            return new AgreementStanding(State.RUNNING, null);
        }
        Optional<LocalDate> lastDay = all.stream()
                .filter(terms -> terms.signedOn() != null)
                .flatMap(terms -> Optional.ofNullable(terms.endsOn()).stream())
                .max(Comparator.naturalOrder());
        return lastDay.map(day -> until(day, today, profile))
                .orElseGet(() -> new AgreementStanding(
                        State.MISSING,
                        stay.span()
                                .enteredOn()
                                .plusDays(profile.reminders().agreementWithin().value())));
    }

    private static AgreementStanding until(LocalDate lastDay, LocalDate today, OrganisationProfile profile) {
        if (lastDay.isBefore(today)) {
            return new AgreementStanding(State.MISSING, lastDay);
        }
        boolean soon = !today.isBefore(
                lastDay.minusDays(profile.reminders().agreementEnding().value()));
        return new AgreementStanding(soon ? State.ENDING : State.RUNNING, lastDay);
    }
}
