package org.tournee.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tournee.access.AccessRules;
import org.tournee.dossier.Entry;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.RegisterContents;
import org.tournee.request.Request;

/**
 * Liaison sheets that nobody took over: told to those who may take them over and to whoever passed them on, later to the
 * head as well, until somebody did. The phone and the server run it alike. Rules: R-REL, R-REM, R-PER. Source: 004 §2.1.1.
 */
public final class LiaisonReminders {

    private LiaisonReminders() {}

    /**
     * Those of a register on that day, one a sheet and worker, the first due first; none where the profile does not tell of
     * it.
     *
     * @param today the day of the organisation
     * @param workers everybody who works for it, as its reference data says
     */
    public static List<Reminder> of(
            RegisterContents register, LocalDate today, OrganisationProfile profile, Map<WorkerId, Worker> workers) {
        List<Reminder> reminders = new ArrayList<>();
        TeamHeads heads = TeamHeads.of(workers);
        for (Entry<LiaisonSheet> entry : register.liaisons()) {
            LocalDate dueOn = dueOn(entry.value(), today, profile).orElse(null);
            if (dueOn != null && !today.isBefore(dueOn)) {
                boolean escalates = !today.isBefore(Reminder.escalatesOn(dueOn, profile));
                told(entry, workers, escalates ? heads : TeamHeads.UNKNOWN)
                        .forEach(whom -> reminders.add(reminder(register, entry, dueOn, whom)));
            }
        }
        reminders.sort(Reminder.FIRST_DUE_FIRST);
        return reminders;
    }

    /** Empty for one that somebody took over. */
    private static Optional<LocalDate> dueOn(LiaisonSheet sheet, LocalDate today, OrganisationProfile profile) {
        return sheet.isOpen()
                ? profile.dueAfter(
                        sheet.message().sentOn(),
                        today,
                        figures -> figures.reminders().liaison())
                : Optional.empty();
    }

    private static Reminder reminder(
            RegisterContents register, Entry<LiaisonSheet> entry, LocalDate dueOn, WorkerId whom) {
        return new Reminder(
                Causes.of(ReminderKind.LIAISON_WAITING, entry.id(), dueOn),
                ReminderKind.LIAISON_WAITING,
                register.id(),
                entry.id(),
                dueOn,
                whom,
                entry.value().message().urgency() == Request.Urgency.IMMEDIATE);
    }

    /** @param heads those who are told as well */
    private static Set<WorkerId> told(Entry<LiaisonSheet> entry, Map<WorkerId, Worker> workers, TeamHeads heads) {
        Set<WorkerId> told = addressees(entry.value().address(), workers);
        WorkerId author = entry.author();
        Set<WorkerId> answering = told.isEmpty() && author != null ? Set.of(author) : Set.copyOf(told);
        answering.forEach(worker -> heads.of(worker).ifPresent(told::add));
        if (author != null) {
            told.add(author);
        }
        return told;
    }

    /** A colleague, or those of a team who may take it over; nobody of a service by its name. */
    private static Set<WorkerId> addressees(LiaisonSheet.Address address, Map<WorkerId, Worker> workers) {
        Set<WorkerId> addressees = new LinkedHashSet<>();
        WorkerId named = address.worker();
        if (named != null) {
            addressees.add(named);
        } else if (address.team() != null) {
            Map<String, WorkerId> byId = new TreeMap<>();
            workers.forEach((id, worker) -> {
                boolean ofTeam = Objects.equals(address.team(), worker.profile().team());
                if (ofTeam
                        && AccessRules.worksInField(Set.copyOf(worker.profile().roles()))) {
                    byId.put(id.toString(), id);
                }
            });
            addressees.addAll(byId.values());
        }
        return addressees;
    }
}
