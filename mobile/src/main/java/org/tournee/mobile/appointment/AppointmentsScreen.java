package org.tournee.mobile.appointment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.appointment.Appointment;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.DeskScreen;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** When and where one meets the household, and how each meeting went. Rule: R-APP. */
public final class AppointmentsScreen extends DeskScreen {

    private final AppointmentsViewModel model;

    public AppointmentsScreen(DossierDesk desk) {
        this(desk, new AppointmentsViewModel(desk));
    }

    private AppointmentsScreen(DossierDesk desk, AppointmentsViewModel model) {
        super(desk, desk.phone().messages().get("appointment.title"));
        this.model = model;
        begin();
    }

    @Override
    protected List<Node> contents() {
        List<Node> nodes = new ArrayList<>();
        Optional<AppointmentForm> open = model.open();
        if (open.isPresent() && open.get().seen().isEmpty()) {
            nodes.add(new AppointmentFormView(open.get(), model, desk));
        } else {
            nodes.add(add());
        }
        List<Entry<Appointment>> coming = model.coming();
        if (coming.isEmpty() && open.isEmpty() && model.over().isEmpty()) {
            nodes.add(new EmptyState(
                    Material2AL.EVENT, messages.get("appointment.none"), messages.get("appointment.noneWhy")));
        }
        coming.forEach(entry -> nodes.add(open.filter(form -> concerns(form, entry))
                .<Node>map(form -> new AppointmentFormView(form, model, desk))
                .orElseGet(() -> coming(entry))));
        if (!model.over().isEmpty()) {
            Section over = new Section(messages.get("appointment.over"));
            over.contents(model.over().stream().map(this::over).toList());
            nodes.add(over);
        }
        return nodes;
    }

    private static boolean concerns(AppointmentForm form, Entry<Appointment> entry) {
        return form.seen().filter(seen -> seen.id().equals(entry.id())).isPresent();
    }

    private Node add() {
        Button add = Buttons.secondary(messages.get("appointment.add"), Material2AL.ADD, model::begin);
        add.setId("appointment-add");
        return add;
    }

    private Card card(Entry<Appointment> entry) {
        Appointment.Plan plan = entry.value().plan();
        Card card = new Card(
                Texts.strong(messages.get(
                        "appointment.when", dates.dayOfWeek(model.day(entry)), dates.time(plan.startsAt()))),
                Texts.small(messages.get(
                        "appointment.facts",
                        messages.of(plan.place()),
                        messages.get("contact.minutes.short", plan.durationMinutes()),
                        Names.of(phone, plan.worker()))));
        if (plan.note() != null) {
            card.getChildren().add(Texts.body(plan.note()));
        }
        if (entry.pending()) {
            card.getChildren().add(new Mark(Tone.ACCENT, Material2MZ.SCHEDULE, messages.get("entry.pending")));
        }
        return card;
    }

    private Node coming(Entry<Appointment> entry) {
        Card card = card(entry);
        boolean begun = model.hasBegun(entry);
        card.getChildren()
                .add(
                        begun
                                ? new Mark(Tone.DUE, Material2AL.HELP_OUTLINE, messages.get("appointment.howWasIt"))
                                : new Mark(
                                        Tone.NEUTRAL,
                                        Material2MZ.NOTIFICATIONS_NONE,
                                        messages.get(
                                                "appointment.reminder",
                                                dates.relativeDay(
                                                        model.day(entry).minusDays(1)))));
        Flow steps = new Flow();
        if (begun) {
            steps.add(
                    step(entry, "held", Material2AL.CHECK, Appointment.State.HELD, this::record),
                    step(entry, "noShow", Material2MZ.PERSON_REMOVE, Appointment.State.NO_SHOW, () -> {}));
        }
        steps.add(
                Buttons.quiet(messages.get("appointment.change"), Material2AL.EDIT, () -> model.change(entry)),
                step(entry, "cancel", Material2AL.CLOSE, Appointment.State.CANCELLED, () -> {}));
        card.getChildren().add(steps);
        return card;
    }

    private Button step(Entry<Appointment> entry, String name, Ikon icon, Appointment.State state, Runnable then) {
        Button button =
                Buttons.quiet(messages.get("appointment.tell." + name), icon, () -> model.tell(entry, state, then));
        button.setId(name + "-" + entry.id());
        return button;
    }

    /** What was held is noted at once, while one still knows it. */
    private void record() {
        phone.navigator().open(new Destination.ContactForm(desk.dossier(), null));
    }

    private Node over(Entry<Appointment> entry) {
        Appointment.State state = entry.value().attendance().state();
        Card card = card(entry);
        card.getChildren()
                .addAll(
                        new Mark(state == Appointment.State.HELD ? Tone.DONE : Tone.NEUTRAL, messages.of(state)),
                        step(entry, "again", Material2MZ.UNDO, Appointment.State.PLANNED, () -> {}));
        return card;
    }
}
