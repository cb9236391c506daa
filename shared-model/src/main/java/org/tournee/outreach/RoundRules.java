package org.tournee.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tournee.appointment.Appointment;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.Entry;
import org.tournee.dossier.HouseholdFact;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.rights.RightsCheckup.Trigger;
import org.tournee.segment.PaceRules;

/**
 * Whom to go to, by what the dossier says and nothing else: no score of persons, no position of workers. Rule: R-OUT.
 * Source: 004 §2.1.2.
 */
public final class RoundRules {

    /** Days without a contact after which one goes, where no norm runs <em>(choice)</em>. */
    public static final int SILENT_DAYS = 90;

    /** An appointment within so many days makes a visit needless <em>(choice)</em>. */
    public static final int NEAR_DAYS = 7;

    /** What opens rights when it happens, as the household's facts and the rendez-vous des droits name it. */
    private static final Map<HouseholdFact, Trigger> TRIGGERS = Map.of(
            HouseholdFact.RECENT_BIRTH, Trigger.BIRTH,
            HouseholdFact.DEATH_OF_PARTNER, Trigger.DEATH_OF_PARTNER,
            HouseholdFact.SEPARATION, Trigger.SEPARATION,
            HouseholdFact.JOB_LOSS, Trigger.JOB_LOSS,
            HouseholdFact.MOVE, Trigger.MOVE,
            HouseholdFact.RETIRING, Trigger.RETIREMENT);

    private RoundRules() {}

    /**
     * Whether to go to a household.
     *
     * @param day of the round, in the organisation's zone
     */
    public static Advice of(DossierContents contents, LocalDate day, ReminderSetting setting) {
        Map<Ground, LocalDate> grounds = grounds(contents, day, setting);
        if (grounds.isEmpty()) {
            return new Advice.NoReason();
        }
        return against(contents, day, setting)
                .<Advice>map(Advice.Leave::new)
                .orElseGet(() -> new Advice.Go(
                        List.copyOf(grounds.keySet()),
                        grounds.values().iterator().next(),
                        attempts(contents)));
    }

    /** Whether somebody of the household does not want to be approached. */
    public static boolean isOpposed(DossierContents contents) {
        return contents.oppositions().stream().anyMatch(entry -> entry.value().stands());
    }

    /** How often nobody was there, at an appointment or on a round, since somebody was last in touch. Rule: R-SEG-2. */
    public static int attempts(DossierContents contents) {
        Instant last = contents.lastHeld().orElse(Instant.MIN);
        Stream<Instant> missed = contents.standingContacts().stream()
                .map(Entry::value)
                .filter(contact -> !contact.isStub())
                .map(Contact::meeting)
                .filter(meeting -> meeting.happening() == Happening.NO_SHOW)
                .map(Contact.Meeting::startedAt);
        Stream<Instant> absent = contents.visits().stream()
                .flatMap(entry -> Stream.ofNullable(entry.value().ending()))
                .filter(ending -> ending.state() == Visit.State.ABSENT)
                .map(Visit.Ending::at);
        return (int)
                Stream.concat(missed, absent).filter(at -> at.isAfter(last)).count();
    }

    private static Map<Ground, LocalDate> grounds(DossierContents contents, LocalDate day, ReminderSetting setting) {
        Map<Ground, LocalDate> grounds = new EnumMap<>(Ground.class);
        if (contents.dossier().value().status().status() != DossierStatus.OPEN) {
            return grounds;
        }
        for (Reminder reminder : ReminderRules.of(contents, day, setting)) {
            ground(reminder).ifPresent(ground -> grounds.merge(ground, reminder.dueOn(), RoundRules::earlier));
        }
        if (happened(contents)) {
            grounds.put(Ground.TRIGGER, day);
        }
        if (PaceRules.of(contents, day, setting.profile()).isEmpty()) {
            LocalDate silent = silentSince(contents, setting).plusDays(SILENT_DAYS);
            if (!day.isBefore(silent)) {
                grounds.put(Ground.NO_CONTACT, silent);
            }
        }
        return grounds;
    }

    private static Optional<Ground> ground(Reminder reminder) {
        return switch (reminder.kind()) {
            case CONTACT_LATE -> Optional.of(Ground.NORM_LATE);
            case CONTACT_DUE -> Optional.of(Ground.NORM_DUE);
            case DECLARATION_DUE, RIGHT_TO_FOLLOW_UP -> Optional.of(Ground.RIGHT_LAPSING);
            default -> Optional.empty();
        };
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static boolean happened(DossierContents contents) {
        Dossier.Situation known = contents.dossier().value().situation();
        return known != null
                && known.facts().stream()
                        .filter(TRIGGERS::containsKey)
                        .map(TRIGGERS::get)
                        .anyMatch(trigger -> contents.rightsCheckups().stream()
                                .noneMatch(checkup -> checkup.value().occasion().trigger() == trigger));
    }

    private static LocalDate silentSince(DossierContents contents, ReminderSetting setting) {
        return contents.lastHeld()
                .map(at -> at.atZone(setting.profile().zone()).toLocalDate())
                .orElse(contents.dossier().value().status().openedOn());
    }

    private static Optional<Advice.Because> against(DossierContents contents, LocalDate day, ReminderSetting setting) {
        if (isOpposed(contents)) {
            return Optional.of(Advice.Because.OPPOSED);
        }
        if (contents.exemptions().stream()
                .flatMap(entry -> entry.value().granted().stream())
                .anyMatch(grant -> !day.isBefore(grant.from()) && day.isBefore(grant.until()))) {
            return Optional.of(Advice.Because.EXEMPT);
        }
        if (isGoneTo(contents, day)) {
            return Optional.of(Advice.Because.PLANNED);
        }
        return metSoon(contents, day, setting) ? Optional.of(Advice.Because.APPOINTMENT_NEAR) : Optional.empty();
    }

    private static boolean isGoneTo(DossierContents contents, LocalDate day) {
        return contents.visits().stream()
                .map(Entry::value)
                .filter(visit -> visit.plan().day().equals(day))
                .map(visit -> Optional.ofNullable(visit.ending()).map(Visit.Ending::state))
                .anyMatch(state -> !state.equals(Optional.of(Visit.State.LEFT_OUT)));
    }

    private static boolean metSoon(DossierContents contents, LocalDate day, ReminderSetting setting) {
        return contents.appointments().stream()
                .map(Entry::value)
                .filter(appointment -> appointment.attendance().state() == Appointment.State.PLANNED)
                .map(appointment -> appointment
                        .plan()
                        .startsAt()
                        .atZone(setting.profile().zone())
                        .toLocalDate())
                .anyMatch(met -> !met.isBefore(day) && !met.isAfter(day.plusDays(NEAR_DAYS)));
    }
}
