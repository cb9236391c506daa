package org.tournee.mobile.app;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.appointment.Appointment;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.ui.ListRow;

/** Whom the worker meets today, in the order of the day. Rule: R-APP. */
final class TodaysAppointments {

    private TodaysAppointments() {}

    /** One, and the dossier it is in. */
    record Planned(DossierContents dossier, Appointment appointment) {

        ListRow row(Phone phone) {
            DateTexts dates = DateTexts.of(phone);
            Appointment.Plan plan = appointment.plan();
            return new ListRow(
                    Material2AL.EVENT,
                    dossier.dossier().value().household().name(),
                    phone.messages()
                            .get(
                                    "today.appointment",
                                    dates.time(plan.startsAt()),
                                    phone.messages().of(plan.place())),
                    () -> phone.navigator().open(new Destination.DossierPage(dossier.id())));
        }
    }

    static List<Planned> of(Phone phone) {
        ZoneId zone = phone.store().profile().zone();
        LocalDate today = phone.today();
        return phone.store().dossiers().stream()
                .flatMap(dossier -> dossier.appointments().stream().map(entry -> new Planned(dossier, entry.value())))
                .filter(one -> one.appointment().attendance().state() == Appointment.State.PLANNED)
                .filter(one ->
                        one.appointment().plan().worker().equals(phone.store().worker()))
                .filter(one -> LocalDate.ofInstant(one.appointment().plan().startsAt(), zone)
                        .equals(today))
                .sorted(Comparator.comparing(one -> one.appointment().plan().startsAt()))
                .toList();
    }
}
