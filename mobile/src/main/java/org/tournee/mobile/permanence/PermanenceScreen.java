package org.tournee.mobile.permanence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DiscreetToggle;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.permanence.PermanenceViewModel.Today;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.DeskDay;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request;

/** One desk today: its conditions when it is opened, then the queue, and the figures of the day. Rule: R-PER. */
final class PermanenceScreen extends PageScreen {

    private final PermanenceViewModel model;
    private final Discretion discretion;
    private final DateTexts dates;
    private final ChangeListener<Boolean> uncovered = (on, was, is) -> show();
    private final ObjectProperty<DeskDay.Confidentiality> confidentiality =
            new SimpleObjectProperty<>(DeskDay.Confidentiality.GOOD);
    private final ObjectProperty<DeskDay.Connection> connection = new SimpleObjectProperty<>(DeskDay.Connection.GOOD);
    private final ObjectProperty<DeskDay.Admission> admission =
            new SimpleObjectProperty<>(DeskDay.Admission.WITHOUT_APPOINTMENT);
    private final ObservableSet<WorkerId> with = FXCollections.observableSet();

    PermanenceScreen(Phone phone, PermanenceViewModel model, Discretion discretion) {
        super(phone, "reception.title");
        this.model = model;
        this.discretion = discretion;
        this.dates = DateTexts.of(phone);
        model.today().addListener((on, was, is) -> show());
        discretion.onProperty().addListener(uncovered);
    }

    /** What is discreet outlives the screen. */
    @Override
    public void leave() {
        discretion.onProperty().removeListener(uncovered);
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public List<Node> actions() {
        return List.of(new DiscreetToggle(discretion, messages));
    }

    @Override
    protected List<Node> contents() {
        Today today = model.today().get();
        List<Node> shown = new ArrayList<>();
        shown.add(Texts.heading(model.place().name(messages)));
        if (discretion.on()) {
            shown.add(new Notice(Tone.ACCENT, messages.get("reception.discreet")));
        }
        shown.add(new RefusalNotice(model.writer().refused(), messages));
        if (!discretion.on()) {
            today.conflicts()
                    .forEach(conflict ->
                            shown.add(DeskConflict.of(phone, model.about(conflict), conflict, model::settle)));
        }
        if (today.isOpen()) {
            queue(shown, today);
        } else {
            opening(shown, today);
        }
        if (today.attendance().came() > 0) {
            shown.add(AttendanceCard.of(today.attendance(), messages));
        }
        if (today.isOpen()) {
            Button close = Buttons.secondary(messages.get("reception.close"), Material2AL.LOCK, model::close);
            close.setId("desk-close");
            shown.add(close);
        }
        return shown;
    }

    private void opening(List<Node> shown, Today today) {
        boolean again = !today.days().isEmpty();
        Card card = new Card(
                Texts.muted(messages.get(again ? "reception.closed" : "reception.openWhy")),
                Texts.strong(messages.get("reception.confidentiality")),
                Choices.one(Arrays.asList(DeskDay.Confidentiality.values()), confidentiality, messages),
                Texts.strong(messages.get("reception.connection")),
                Choices.one(Arrays.asList(DeskDay.Connection.values()), connection, messages),
                Texts.strong(messages.get("reception.admission")),
                Choices.one(Arrays.asList(DeskDay.Admission.values()), admission, messages));
        List<WorkerId> colleagues = model.colleagues();
        if (!colleagues.isEmpty()) {
            card.getChildren()
                    .addAll(
                            Texts.strong(messages.get("reception.with")),
                            Choices.several(
                                    ChipGroup.several(colleagues, colleague -> Names.of(phone, colleague)), with));
        }
        Button open = Buttons.primary(
                messages.get(again ? "reception.openAgain" : "reception.open"),
                Material2AL.CHECK,
                () -> model.open(new DeskDay.Conditions(
                        confidentiality.get(), connection.get(), admission.get(), List.copyOf(with))));
        open.setId("desk-open");
        card.getChildren().add(open);
        shown.add(card);
    }

    private void queue(List<Node> shown, Today today) {
        Button arrive = Buttons.primary(messages.get("reception.arrive"), Material2MZ.PERSON_ADD, model::arrive);
        arrive.setId("desk-arrive");
        shown.add(arrive);
        List<Node> rows = new ArrayList<>();
        today.queue().forEach(entry -> rows.add(waiting(entry, today, rows.size() + 1)));
        if (rows.isEmpty()) {
            rows.add(Texts.muted(messages.get("reception.nobody")));
        }
        shown.add(new Section(messages.get("reception.queue", today.queue().size()), rows.toArray(Node[]::new)));
        if (!today.gone().isEmpty()) {
            shown.add(new Section(
                    messages.get("reception.gone"),
                    today.gone().stream().map(this::gone).toArray(Node[]::new)));
        }
    }

    private Card waiting(Entry<WalkIn> entry, Today today, int number) {
        WalkIn walkIn = entry.value();
        boolean received = walkIn.course().state() == WalkIn.State.RECEIVED;
        boolean urgent = walkIn.need().urgency() != Request.Urgency.NORMAL;
        Button next = received
                ? Buttons.quiet(
                        messages.get("walkIn.settle"), Material2AL.CHECK, () -> model.end(entry, WalkIn.State.SETTLED))
                : Buttons.quiet(messages.get("walkIn.receive"), Material2MZ.MEETING_ROOM, () -> model.receive(entry));
        next.setId("walk-in-next-" + number);
        Button left = Buttons.quiet(
                messages.get("walkIn.left"), Material2AL.EXIT_TO_APP, () -> model.end(entry, WalkIn.State.LEFT));
        left.setId("walk-in-left-" + number);
        next.setOnMouseClicked(Event::consume); // the row around them opens the sheet
        left.setOnMouseClicked(Event::consume);
        String name = name(walkIn);
        String facts = facts(walkIn, today);
        Card card = new Card(Texts.strong(name), Texts.muted(facts), new Flow(next, left))
                .onPress(name + ", " + facts, () -> model.sheet(entry));
        return urgent ? card.toned(Tone.LATE) : card;
    }

    private String name(WalkIn walkIn) {
        String said = walkIn.visitor().name();
        return discretion.on() || said == null || said.isBlank() ? messages.get("reception.unnamed") : said;
    }

    private String facts(WalkIn walkIn, Today today) {
        List<String> facts = new ArrayList<>();
        facts.add(messages.get("walkIn.arrivedAt", dates.time(walkIn.arrival().at())));
        long minutes = walkIn.waited(today.at()).toMinutes();
        facts.add(messages.get(
                walkIn.course().state() == WalkIn.State.WAITING ? "walkIn.waits" : "walkIn.waited", minutes));
        if (walkIn.need().urgency() != Request.Urgency.NORMAL) {
            facts.add(messages.of(walkIn.need().urgency()));
        }
        if (!discretion.on()) {
            Optional.ofNullable(walkIn.need().subject()).map(messages::of).ifPresent(facts::add);
        }
        return String.join(" · ", facts);
    }

    private ListRow gone(Entry<WalkIn> entry) {
        WalkIn walkIn = entry.value();
        return new ListRow(
                Material2AL.CHECK_CIRCLE,
                name(walkIn),
                messages.get("walkIn.is." + walkIn.course().state().name()),
                () -> model.sheet(entry));
    }
}
