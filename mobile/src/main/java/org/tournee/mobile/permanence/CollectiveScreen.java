package org.tournee.mobile.permanence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.contact.Topic;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.permanence.CollectiveViewModel.Running;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.CollectiveSession;

/** Collective actions of the site: their sessions, how many came, and never who. Rule: R-COL. */
final class CollectiveScreen extends PageScreen {

    private static final int MOST_SESSIONS = 3;

    private final CollectiveViewModel model;
    private final DateTexts dates;

    CollectiveScreen(Phone phone, CollectiveViewModel model) {
        super(phone, "collective.title");
        this.model = model;
        this.dates = DateTexts.of(phone);
        model.changes().addListener((on, was, is) -> show());
    }

    @Override
    protected List<Node> contents() {
        List<Node> shown = new ArrayList<>();
        if (!model.isOfSite()) {
            shown.add(new EmptyState(
                    Material2AL.GROUP_WORK, messages.get("collective.none"), messages.get("collective.noneWhy")));
            return shown;
        }
        List<Running> running = model.running();
        if (running.isEmpty()) {
            shown.add(Texts.muted(messages.get("collective.noneYet")));
        }
        running.forEach(one -> shown.add(card(one)));
        shown.add(model.beginning().<Node>map(this::form).orElseGet(this::begin));
        return shown;
    }

    private Button begin() {
        Button begin = Buttons.secondary(messages.get("collective.begin"), Material2AL.ADD, model::begin);
        begin.setId("collective-begin");
        return begin;
    }

    private Node form(CollectiveForm form) {
        ChipGroup<Topic> topics =
                Choices.optional(ChipGroup.one(Arrays.asList(Topic.values()), messages::of), form.topic());
        Mark wrong = new Mark(Tone.CONFLICT, messages.get("collective.wrong.topic"));
        wrong.visibleProperty().bind(form.about().wrong().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        return new FormCard(messages)
                .add(
                        FormCard.bind(
                                Field.text(messages.get("collective.name")).hint(messages.get("collective.nameHint")),
                                "collective-title",
                                form.title(),
                                messages),
                        Texts.strong(messages.get("collective.topic")),
                        topics,
                        wrong,
                        FormCard.bind(
                                Field.text(messages.get("collective.service")),
                                "collective-service",
                                form.service(),
                                messages))
                .end(form, messages.get("collective.keep"), model::keepAction, model::giveUpAction);
    }

    private Card card(Running one) {
        CollectiveAction.Theme theme = one.action().value().theme();
        Card card = new Card(
                Texts.heading(theme.title()),
                Texts.muted(messages.of(theme.topic()) + " · " + theme.service()),
                Texts.body(messages.get("collective.sum", one.sessions().size(), one.participants())));
        one.sessions().stream()
                .limit(MOST_SESSIONS)
                .map(entry -> entry.value().session())
                .forEach(session -> card.getChildren().add(Texts.small(line(session))));
        card.getChildren()
                .add(model.counting(one).<Node>map(form -> form(form, one)).orElseGet(() -> count(one)));
        return card;
    }

    private String line(CollectiveSession.Session session) {
        return messages.get(
                "collective.session", dates.day(session.day()), session.participants(), session.firstTime());
    }

    private Node count(Running one) {
        Button count = Buttons.secondary(messages.get("collective.count"), Material2AL.ADD, () -> model.count(one));
        count.setId("collective-count-" + one.action().id());
        return new Flow(count, Buttons.quiet(messages.get("collective.end"), Material2AL.CHECK, () -> model.end(one)));
    }

    private Node form(SessionForm form, Running one) {
        return new FormCard(messages)
                .inside()
                .add(
                        FormCard.bind(Field.text(messages.get("collective.day")), "session-day", form.day(), messages),
                        FormCard.bind(
                                Field.text(messages.get("collective.participants"))
                                        .hint(messages.get("collective.participantsHint")),
                                "session-participants",
                                form.participants(),
                                messages),
                        FormCard.bind(
                                Field.text(messages.get("collective.firstTime")),
                                "session-first-time",
                                form.firstTime(),
                                messages),
                        FormCard.bind(
                                Field.text(messages.get("collective.minutes")),
                                "session-minutes",
                                form.minutes(),
                                messages))
                .end(
                        form,
                        messages.get("collective.keep"),
                        () -> model.keepSession(one),
                        () -> model.giveUpSession(one));
    }
}
