package org.tournee.mobile.app;

import java.util.List;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.appointment.Appointment;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.appointment.Planned;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.sync.RecordKind;

/** Whom the worker meets today, in the order of the day. Rule: R-APP. */
public final class TodaysAppointments {

    private TodaysAppointments() {}

    /** This worker's, those that are not told yet how they went. */
    public static List<Planned> of(Phone phone) {
        return Planned.between(phone.today(), phone.today().plusDays(1), phone);
    }

    /** When, whom and where; once its hour has come, one tap says that it was held and records the contact. */
    static ListRow row(Planned planned, Phone phone) {
        Messages messages = phone.messages();
        ListRow row = new ListRow(
                Material2AL.EVENT,
                planned.household(),
                messages.get(
                        "today.appointment",
                        DateTexts.of(phone).time(planned.startsAt()),
                        messages.of(planned.plan().place())),
                () -> phone.navigator()
                        .open(new Destination.Appointments(planned.dossier().id())));
        if (!planned.startsAt().isAfter(phone.clock().instant())) {
            Button held = Buttons.quiet(messages.get("today.held"), Material2AL.CHECK, () -> held(planned, phone));
            held.setId("held-" + planned.appointment().id());
            held.setOnMouseClicked(Event::consume); // the row around it opens the appointment
            row.below(held);
        }
        return row;
    }

    private static void held(Planned planned, Phone phone) {
        Appointment after = new Appointment(planned.plan(), new Appointment.Attendance(Appointment.State.HELD));
        DossierId dossier = planned.dossier().id();
        DossierWriter.telling(phone, dossier, Platform::runLater)
                .saveUndoably(
                        List.of(new Edit.Update(RecordKind.APPOINTMENT, planned.appointment(), after)),
                        phone.messages().get("appointment.is.HELD"),
                        () -> phone.navigator().open(new Destination.ContactForm(dossier, null)));
    }
}
