package org.tournee.mobile.returned;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.conflict.GroupText;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Violation;

/** What the service could not take, kept whole: why, what to do, its value, and the buttons that do it. Rule: R-REC. */
public final class ReturnedChangesView extends PageScreen {

    private final ReturnedViewModel model;

    public ReturnedChangesView(Phone phone) {
        super(phone, "returned.title");
        this.model = new ReturnedViewModel(phone, Platform::runLater);
        model.open().addListener((on, was, is) -> show());
        model.away().addListener((on, was, is) -> show());
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    protected List<Node> contents() {
        List<Node> shown = new ArrayList<>();
        shown.add(new RefusalNotice(model.refused(), messages));
        if (model.open().get().isEmpty()) {
            shown.add(new EmptyState(
                    Material2AL.CHECK_CIRCLE, messages.get("returned.none"), messages.get("returned.noneWhy")));
        } else {
            shown.add(Texts.muted(messages.get("returned.why")));
        }
        model.open().get().forEach(batch -> shown.add(card(batch)));
        if (!model.away().get().isEmpty()) {
            Section away = new Section(messages.get("returned.away"));
            away.contents(model.away().get().stream().map(this::away).toList());
            shown.add(away);
        }
        return shown;
    }

    private Card card(ReturnedBatch batch) {
        ReturnedChange cause = batch.cause();
        Card card = head(batch).toned(Tone.CONFLICT);
        card.getChildren().add(reason(cause));
        for (ReturnedChange.Origin origin : batch.origins()) {
            card.getChildren().addAll(values(batch, origin));
        }
        card.getChildren().addAll(actions(batch));
        return card;
    }

    private Card head(ReturnedBatch batch) {
        ReturnedChange.Origin origin = batch.cause().origin();
        return new Card(Texts.strong(kind(origin)), Texts.muted(where(origin)));
    }

    /** The reason in words, then each field that is known to be wrong. */
    private Node reason(ReturnedChange change) {
        Notice notice = new Notice(Tone.DUE, MyReturns.why(change, messages));
        for (Violation violation : model.violations(change)) {
            notice.below(Texts.strong(messages.get(
                    "returned.wrong",
                    GroupText.name(violation.field(), messages),
                    messages.get("violation." + violation.code().name()))));
        }
        return notice;
    }

    private List<Node> values(ReturnedBatch batch, ReturnedChange.Origin origin) {
        List<Node> nodes = new ArrayList<>();
        if (batch.changes().size() > 1) {
            nodes.add(Texts.strong(kind(origin)));
        }
        for (GroupText.Line line : model.values(origin)) {
            nodes.add(new VBox(2, Texts.small(line.name()), Texts.body(line.value())));
        }
        return nodes;
    }

    private List<Node> actions(ReturnedBatch batch) {
        List<Node> buttons = new ArrayList<>();
        if (model.mayCorrect(batch)) {
            buttons.add(named(
                    "returned-correct",
                    Buttons.secondary(messages.get("returned.correct"), Material2AL.EDIT, () -> model.correct(batch))));
        }
        if (model.mayOffer(batch)) {
            buttons.add(named(
                    "returned-offer",
                    Buttons.secondary(messages.get("returned.offer"), Material2MZ.SEND, () -> model.offer(batch))));
        }
        buttons.add(named(
                "returned-away",
                Buttons.quiet(messages.get("returned.putAway"), Material2AL.ARCHIVE, () -> model.putAway(batch))));
        batch.dossier().flatMap(this::open).ifPresent(buttons::add);
        return buttons;
    }

    private Optional<Node> open(DossierId dossier) {
        if (phone.store().register(dossier).isPresent()) {
            return Optional.of(way("reception.title", new Destination.Reception()));
        }
        return phone.store().dossier(dossier).map(held -> way("returned.open", new Destination.DossierPage(dossier)));
    }

    private Node way(String words, Destination destination) {
        return Buttons.quiet(
                messages.get(words),
                Material2AL.ARROW_FORWARD,
                () -> phone.navigator().open(destination));
    }

    private static Button named(String id, Button button) {
        button.setId(id);
        return button;
    }

    private Node away(ReturnedBatch batch) {
        Card card = head(batch);
        card.getChildren()
                .add(Buttons.quiet(messages.get("returned.takeBack"), Material2MZ.UNDO, () -> model.takeBack(batch)));
        return card;
    }

    private String kind(ReturnedChange.Origin origin) {
        String kind = origin.kind();
        return Optional.ofNullable(kind)
                .flatMap(RecordKind::ofCode)
                .map(messages::of)
                .orElseGet(() -> messages.get("returned.unknown"));
    }

    private String where(ReturnedChange.Origin origin) {
        Optional<DossierId> id = Optional.ofNullable(origin.dossierId());
        String household = id.flatMap(phone.store()::dossier)
                .map(contents -> contents.dossier().value().household().name())
                .or(() -> id.flatMap(phone.store()::register).map(register -> messages.get("reception.title")))
                .orElseGet(() -> messages.get("returned.elsewhere"));
        Instant when = origin.occurredAt();
        return when == null ? household : household + ", " + DateTexts.of(phone).moment(when);
    }
}
