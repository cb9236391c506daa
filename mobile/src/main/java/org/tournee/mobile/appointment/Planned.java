package org.tournee.mobile.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tournee.appointment.Appointment;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;

/** An appointment of this worker's that is to take place, and the household it is with. Rule: R-APP. */
public record Planned(DossierContents dossier, Entry<Appointment> appointment) {

    /** Those from one day to before another, in their order. */
    public static List<Planned> between(LocalDate from, LocalDate until, Phone phone) {
        return between(from, until, Set.of(Appointment.State.PLANNED), phone);
    }

    /** The same, those included that a calendar has to take away. */
    static List<Planned> forCalendar(LocalDate from, LocalDate until, Phone phone) {
        return between(from, until, Set.of(Appointment.State.PLANNED, Appointment.State.CANCELLED), phone);
    }

    private static List<Planned> between(LocalDate from, LocalDate until, Set<Appointment.State> states, Phone phone) {
        ZoneId zone = phone.store().profile().zone();
        return phone.store().dossiers().stream()
                .flatMap(dossier -> dossier.appointments().stream().map(entry -> new Planned(dossier, entry)))
                .filter(planned -> states.contains(planned.state()))
                .filter(planned -> planned.plan().worker().equals(phone.store().worker()))
                .filter(planned ->
                        !planned.day(zone).isBefore(from) && planned.day(zone).isBefore(until))
                .sorted(Comparator.comparing(Planned::startsAt).thenComparing(Planned::household))
                .toList();
    }

    private Appointment value() {
        return appointment.value();
    }

    /** Whether it is to take place, or was cancelled. */
    public Appointment.State state() {
        return value().attendance().state();
    }

    public Appointment.Plan plan() {
        return value().plan();
    }

    public Instant startsAt() {
        return plan().startsAt();
    }

    LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(startsAt(), zone);
    }

    /** The name under which the household is known. */
    public String household() {
        return dossier.dossier().value().household().name();
    }
}
