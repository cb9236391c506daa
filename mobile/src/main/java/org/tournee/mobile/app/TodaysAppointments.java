package org.tournee.mobile.app;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.appointment.Appointment;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.sync.RecordKind;

/** Whom the worker meets today, in the order of the day. Rule: R-APP. */
public final class TodaysAppointments {

    private TodaysAppointments() {}

    /** One, and the dossier it is in. */
    public record Planned(DossierContents dossier, Entry<Appointment> entry) {

        Appointment.Plan plan() {
            return entry.value().plan();
        }

        /** When, whom and where; once its hour has come, one tap says that it was held and records the contact. */
        ListRow row(Phone phone) {
            Messages messages = phone.messages();
            ListRow row = new ListRow(
                    Material2AL.EVENT,
                    dossier.dossier().value().household().name(),
                    messages.get(
                            "today.appointment",
                            DateTexts.of(phone).time(plan().startsAt()),
                            messages.of(plan().place())),
                    () -> phone.navigator().open(new Destination.Appointments(dossier.id())));
            if (!plan().startsAt().isAfter(phone.clock().instant())) {
                Button held = Buttons.quiet(messages.get("today.held"), Material2AL.CHECK, () -> held(phone));
                held.setId("held-" + entry.id());
                held.setOnMouseClicked(Event::consume); // the row around it opens the appointment
                row.below(held);
            }
            return row;
        }

        private void held(Phone phone) {
            Appointment after = new Appointment(plan(), new Appointment.Attendance(Appointment.State.HELD));
            new DossierWriter(phone, dossier.id(), Platform::runLater)
                    .saveUndoably(
                            List.of(new Edit.Update(RecordKind.APPOINTMENT, entry, after)),
                            phone.messages().get("appointment.is.HELD"),
                            () -> phone.navigator().open(new Destination.ContactForm(dossier.id(), null)));
        }
    }

    /** This worker's, those that are not told yet how they went. */
    public static List<Planned> of(Phone phone) {
        ZoneId zone = phone.store().profile().zone();
        LocalDate today = phone.today();
        return phone.store().dossiers().stream()
                .flatMap(dossier -> dossier.appointments().stream().map(entry -> new Planned(dossier, entry)))
                .filter(one -> one.entry().value().attendance().state() == Appointment.State.PLANNED)
                .filter(one -> one.plan().worker().equals(phone.store().worker()))
                .filter(one -> LocalDate.ofInstant(one.plan().startsAt(), zone).equals(today))
                .sorted(Comparator.comparing(one -> one.plan().startsAt()))
                .toList();
    }
}
