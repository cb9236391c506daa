package org.tournee.mobile.permanence;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DiscreetToggle;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.RegisterContents;
import org.tournee.request.Request;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordKind;

/** Chooses where one receives today, and shows what desks passed on to this worker. Rules: R-PER, R-REL, R-REC. */
final class ReceptionScreen extends PageScreen {

    private final Discretion discretion;
    private final ChangeListener<Boolean> uncovered = (on, was, is) -> show();

    ReceptionScreen(Phone phone, Discretion discretion) {
        super(phone, "reception.title");
        this.discretion = discretion;
        discretion.onProperty().addListener(uncovered);
    }

    /** What is discreet outlives the screen. */
    @Override
    public void leave() {
        discretion.onProperty().removeListener(uncovered);
    }

    @Override
    public List<Node> actions() {
        return List.of(new DiscreetToggle(discretion, messages));
    }

    @Override
    protected List<Node> contents() {
        List<MyDesks.Place> places = MyDesks.all(phone);
        List<Node> shown = new ArrayList<>();
        if (discretion.on()) {
            shown.add(new Notice(Tone.ACCENT, messages.get("reception.discreet")));
        }
        conflicts(shown);
        passed(shown);
        if (places.isEmpty()) {
            shown.add(new EmptyState(
                    Material2AL.GROUPS, messages.get("reception.none"), messages.get("reception.noneWhy")));
            return shown;
        }
        section(
                shown,
                "reception.today",
                places.stream()
                        .filter(place -> place.desk().mayOpenOn(phone.today()))
                        .toList());
        section(
                shown,
                "reception.otherDays",
                places.stream()
                        .filter(place -> !place.desk().mayOpenOn(phone.today()))
                        .toList());
        return shown;
    }

    /** Says at the head of a form that names and needs are hidden; takes no room while nothing is. */
    static Notice discreet(Discretion discretion, Messages messages) {
        Notice notice = new Notice(Tone.ACCENT, messages.get("reception.discreet"));
        notice.visibleProperty().bind(discretion.onProperty());
        notice.managedProperty().bind(discretion.onProperty());
        return notice;
    }

    /** In all registers, those of a quarter that is over too; while one may look over the shoulder, none. Rules: R-REC, R-BIL. */
    private void conflicts(List<Node> shown) {
        if (discretion.on()) {
            return;
        }
        for (RegisterContents register : phone.store().registers()) {
            for (Entry<Conflict> conflict : register.openConflicts()) {
                String about =
                        DeskNames.of(phone, register, conflict.value().subject().recordId());
                shown.add(DeskConflict.of(phone, about, conflict, settled -> settle(register.id(), settled)));
            }
        }
    }

    private void settle(DossierId register, Edit.Settle settled) {
        DossierWriter.telling(phone, register, Platform::runLater).save(List.of(settled), this::show);
    }

    private void section(List<Node> shown, String title, List<MyDesks.Place> places) {
        if (!places.isEmpty()) {
            shown.add(new Section(
                    messages.get(title),
                    places.stream()
                            .map(place -> TodaysReception.row(phone, place))
                            .toArray(Node[]::new)));
        }
    }

    private void passed(List<Node> shown) {
        List<MyDesks.Passed> passed = MyDesks.passedToMe(phone);
        if (!passed.isEmpty()) {
            shown.add(new Section(
                    messages.get("liaison.forMe"),
                    passed.stream().map(this::card).toArray(Node[]::new)));
        }
    }

    /** While one may look over the shoulder, only that it is there. */
    private Card card(MyDesks.Passed passed) {
        LiaisonSheet sheet = passed.sheet().value();
        LiaisonSheet.Message message = sheet.message();
        Card card = new Card(
                Texts.strong(
                        discretion.on() || message.visitor().isBlank()
                                ? messages.get("reception.unnamed")
                                : message.visitor()),
                Texts.muted(messages.get(
                        "liaison.from",
                        Names.of(phone, passed.sheet().author()),
                        DateTexts.of(phone).relativeDay(message.sentOn()),
                        messages.of(message.urgency()))));
        if (message.urgency() == Request.Urgency.IMMEDIATE) {
            card.toned(Tone.LATE);
        }
        if (!discretion.on()) {
            if (!message.reach().isBlank()) {
                card.getChildren().add(Texts.body(message.reach()));
            }
            card.getChildren().add(Texts.body(message.text()));
        }
        card.getChildren()
                .add(Buttons.secondary(messages.get("liaison.takeOver"), Material2AL.CHECK, () -> takeOver(passed)));
        return card;
    }

    private void takeOver(MyDesks.Passed passed) {
        LiaisonSheet after = passed.sheet().value().takenOver(phone.store().worker(), phone.today());
        DossierWriter.telling(phone, passed.register(), Platform::runLater)
                .save(List.of(new Edit.Update(RecordKind.LIAISON, passed.sheet(), after)), () -> {
                    show();
                    phone.navigator().say(messages.get("liaison.taken"));
                });
    }
}
