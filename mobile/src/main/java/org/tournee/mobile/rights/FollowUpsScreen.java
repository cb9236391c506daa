package org.tournee.mobile.rights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.dossier.DiscreetToggle;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierStyle;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.RightCheck;

/** The rights that are being asked for: by when, who sees to it, what is missing, and how each ended. Rule: R-RDD. */
public final class FollowUpsScreen implements Screen {

    private final Phone phone;
    private final DossierId dossier;
    private final Messages messages;
    private final DateTexts dates;
    private final FollowUpsViewModel model;
    private final Discretion discretion;
    private final ChangeListener<Boolean> uncovered;
    private final Page page = new Page();
    private final StackPane root = DossierStyle.on(new StackPane(page));

    public FollowUpsScreen(Phone phone, DossierId dossier, Discretion discretion) {
        this.phone = phone;
        this.dossier = dossier;
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.model = new FollowUpsViewModel(phone, dossier, discretion, Platform::runLater);
        this.discretion = discretion;
        this.uncovered = (on, was, is) -> model.refresh();
        discretion.onProperty().addListener(uncovered);
        model.readings().addListener((on, was, is) -> show());
        model.writing().addListener((on, was, is) -> show());
        show();
    }

    @Override
    public String title() {
        return messages.get("rights.followUps");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Node> actions() {
        return List.of(new DiscreetToggle(discretion, messages));
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    /** What is discreet outlives the screen. */
    @Override
    public void leave() {
        discretion.onProperty().removeListener(uncovered);
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(DiscreetToggle.notice(discretion, messages));
        nodes.add(new RefusalNotice(model.writer().refused(), messages));
        DueRights due = new DueRights(phone, dossier, model);
        List<Node> first = due.first();
        nodes.addAll(first);
        List<Entry<RightCheck>> running = model.running().get();
        if (running.isEmpty() && first.isEmpty()) {
            nodes.add(new EmptyState(
                    Material2MZ.VERIFIED_USER,
                    messages.get("rights.followUps.none"),
                    messages.get("rights.followUps.noneWhy"),
                    Buttons.secondary(
                            messages.get("rights.title"),
                            Material2AL.ARROW_FORWARD,
                            () -> phone.navigator().open(new Destination.RightsSweep(dossier, null)))));
        }
        running.forEach(check -> nodes.add(running(check)));
        if (!model.ended().get().isEmpty()) {
            Section past = new Section(messages.get("rights.followUps.ended"));
            past.contents(model.ended().get().stream().map(this::ended).toList());
            nodes.add(past);
        }
        nodes.addAll(due.last());
        page.contents(nodes);
    }

    private Node running(Entry<RightCheck> check) {
        RightCheck.FollowUp followUp = check.value().followUp();
        Card card = new Card(Texts.strong(model.rightName(check.value())));
        if (followUp != null) {
            boolean past = followUp.dueOn().isBefore(phone.today());
            card.getChildren()
                    .addAll(
                            new Mark(
                                    past ? Tone.LATE : Tone.NEUTRAL,
                                    Material2AL.EVENT,
                                    messages.get(
                                            past ? "bilan.action.since" : "bilan.action.by",
                                            dates.day(followUp.dueOn()))),
                            Texts.small(messages.get("rights.followUps.by", Names.of(phone, followUp.answerable()))));
            if (!check.value().documentsMissing().isEmpty()) {
                card.getChildren()
                        .add(Texts.body(messages.get(
                                "rights.followUps.missing",
                                String.join(", ", check.value().documentsMissing()))));
            }
        }
        Optional<OutcomeForm> open =
                model.writing().get().filter(form -> form.check().id().equals(check.id()));
        open.ifPresentOrElse(form -> card.getChildren().addAll(form(form)), () -> {
            var end = Buttons.quiet(messages.get("rights.followUps.end"), Material2AL.FLAG, () -> model.begin(check));
            end.setId("end-" + check.value().subject().rightId());
            card.getChildren().add(end);
        });
        return card;
    }

    private List<Node> form(OutcomeForm form) {
        ChipGroup<FollowUpOutcome> outcomes = ChipGroup.one(Arrays.asList(FollowUpOutcome.values()), messages::of);
        outcomes.select(Optional.ofNullable(form.outcome().get()).map(List::of).orElse(List.of()));
        outcomes.selectedProperty().addListener((on, was, is) -> form.outcome().set(is.isEmpty() ? null : is.get(0)));
        Mark wrong = new Mark(Tone.CONFLICT, messages.get("rights.wrong.outcome"));
        wrong.visibleProperty().bind(form.wrongOutcome().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        Field day = Field.text(messages.get("rights.followUps.day")).hint(messages.get("contact.day.hint"));
        day.input().setId("outcome-day");
        day.keepIn(form.day());
        day.errorKey(form.wrongDay(), messages::get);
        return List.of(
                Texts.strong(messages.get("rights.followUps.how")),
                outcomes,
                wrong,
                day,
                new DraftMark(form.draft().keeper(), messages),
                Buttons.primary(messages.get("rights.followUps.save"), Material2AL.CHECK, model::end),
                Buttons.quiet(messages.get("app.close"), Material2AL.CLOSE, model::giveUp));
    }

    private Node ended(Entry<RightCheck> check) {
        Card card = new Card(Texts.strong(model.rightName(check.value())));
        RightCheck.Ending ending = check.value().ending();
        if (ending != null) {
            boolean opened = ending.outcome() == FollowUpOutcome.OPENED;
            card.getChildren()
                    .add(new Mark(
                            opened ? Tone.DONE : Tone.NEUTRAL,
                            messages.get(
                                    "rights.followUps.endedOn",
                                    messages.of(ending.outcome()),
                                    dates.day(ending.endedOn()))));
        }
        card.getChildren()
                .add(Buttons.quiet(
                        messages.get("rights.followUps.reopen"), Material2MZ.UNDO, () -> model.reopen(check)));
        return card;
    }
}
