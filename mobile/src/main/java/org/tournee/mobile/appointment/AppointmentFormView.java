package org.tournee.mobile.appointment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tournee.contact.Place;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.Texts;
import org.tournee.request.Request;

/** Writes an appointment: when, where, how long, with whom. Rule: R-APP. */
final class AppointmentFormView extends VBox {

    private static final List<Integer> LIKELY_MINUTES = List.of(30, 45, 60, 90);

    private final AppointmentForm form;
    private final Messages messages;

    AppointmentFormView(AppointmentForm form, AppointmentsViewModel model, DossierDesk desk) {
        this.form = form;
        this.messages = desk.phone().messages();
        FormCard card = new FormCard(messages)
                .add(
                        when(),
                        Texts.strong(messages.get("appointment.where")),
                        Choices.one(Arrays.asList(Place.values()), form.place(), messages),
                        Texts.strong(messages.get("appointment.minutes")),
                        minutes(),
                        Texts.strong(messages.get("appointment.with")),
                        Choices.of(desk.colleagues(), form.worker(), worker -> Names.of(desk.phone(), worker)),
                        FormCard.bind(
                                Field.area(messages.get("appointment.note"), 2),
                                "appointment-note",
                                form.note(),
                                messages));
        Optional<Entry<Request>> waiting = model.waitingRequest();
        if (form.seen().isEmpty() && waiting.isPresent()) {
            card.add(Choices.box(
                    messages.get(
                            "appointment.answers",
                            DateTexts.of(desk.phone())
                                    .day(waiting.get().value().demand().receivedOn())),
                    form.answersRequest()));
        }
        getChildren().add(card.end(form, messages.get("appointment.keep"), model::keep, model::giveUp));
    }

    private Node when() {
        Field day = FormCard.bind(
                Field.text(messages.get("appointment.day")).hint(messages.get("contact.day.hint")),
                "appointment-day",
                form.day(),
                messages);
        Field time = FormCard.bind(
                Field.text(messages.get("appointment.time")).hint(messages.get("appointment.time.hint")),
                "appointment-time",
                form.time(),
                messages);
        Flow pair = new Flow(day, time);
        pair.getStyleClass().add("field-flow");
        return pair;
    }

    private Node minutes() {
        TreeSet<Integer> likely = new TreeSet<>(LIKELY_MINUTES);
        likely.add(form.minutes().get());
        return Choices.of(
                List.copyOf(likely), form.minutes(), minutes -> messages.get("contact.minutes.short", minutes));
    }
}
