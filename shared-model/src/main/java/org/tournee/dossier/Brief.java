package org.tournee.dossier;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tournee.agreement.AgreementStanding;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanConclusion;
import org.tournee.bilan.Goal;
import org.tournee.mandate.Mandate;
import org.tournee.referral.Referral;
import org.tournee.request.Request;
import org.tournee.rights.RightCheck;

/**
 * A dossier in brief, for any entitled colleague who takes it up: why it is there, where it stands, what is agreed, what is
 * due, who else is involved. The same on the phone and in the back office. Rule: R-REF. Source: 000 §2.2.5.
 *
 * @param requests those that are not decided; the latest of all where every one is
 * @param mandates those that run
 * @param conclusion the last of the bilan
 * @param agreement the one that counts, as {@link AgreementStanding#standing} says
 * @param goals the open ones to which the person agreed
 * @param appointment the next that is planned; one of this very day is still among them
 * @param actions those to do, the nearest date first
 * @param rights those that are followed up, the nearest date first
 * @param referrals those that run or were taken over
 */
public record Brief(
        List<Request> requests,
        List<Mandate> mandates,
        Optional<BilanConclusion> conclusion,
        Optional<ServiceAgreement> agreement,
        List<Goal> goals,
        Optional<Appointment> appointment,
        List<ActionItem> actions,
        List<RightCheck> rights,
        List<Referral> referrals) {

    /**
     * Of a dossier on a day of the organisation.
     *
     * @param zone of the organisation
     * @param shown which records may be seen
     */
    public static Brief of(DossierContents contents, LocalDate today, ZoneId zone, Predicate<Entry<?>> shown) {
        return new Brief(
                requests(values(contents.requests(), shown).toList()),
                values(contents.mandates(), shown)
                        .filter(mandate -> mandate.runsOn(today))
                        .toList(),
                values(contents.conclusions(), shown)
                        .max(Comparator.comparing(one -> one.conclusion().concludedOn())),
                AgreementStanding.standing(values(contents.agreements(), shown)),
                values(contents.goals(), shown)
                        .filter(goal -> goal.progress().state() == Goal.State.OPEN)
                        .filter(goal -> goal.agreement().agreedOn() != null)
                        .toList(),
                values(contents.appointments(), shown)
                        .filter(one -> one.attendance().state() == Appointment.State.PLANNED)
                        .filter(one -> !LocalDate.ofInstant(one.plan().startsAt(), zone)
                                .isBefore(today))
                        .min(Comparator.comparing(one -> one.plan().startsAt())),
                values(contents.actionItems(), shown)
                        .filter(action -> action.progress().state() == ActionItem.State.TO_DO)
                        .sorted(Comparator.comparing(
                                action -> action.task().dueOn(), Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList(),
                values(contents.rightChecks(), shown)
                        .filter(check -> check.followUp() != null && check.ending() == null)
                        .sorted(Comparator.comparing(Brief::dueOn))
                        .toList(),
                values(contents.referrals(), shown).filter(Brief::involves).toList());
    }

    private static <T> Stream<T> values(List<Entry<T>> all, Predicate<Entry<?>> shown) {
        return all.stream().filter(shown).map(Entry::value);
    }

    private static List<Request> requests(List<Request> all) {
        List<Request> waiting = all.stream()
                .filter(request -> request.handling().decidedOn() == null)
                .toList();
        return waiting.isEmpty()
                ? all.stream()
                        .max(Comparator.comparing(request -> request.demand().receivedOn()))
                        .stream()
                        .toList()
                : waiting;
    }

    private static LocalDate dueOn(RightCheck check) {
        return check.followUp() == null ? LocalDate.MAX : check.followUp().dueOn();
    }

    private static boolean involves(Referral referral) {
        return referral.outcome() == null || referral.outcome().state() == Referral.State.TAKEN_OVER;
    }
}
