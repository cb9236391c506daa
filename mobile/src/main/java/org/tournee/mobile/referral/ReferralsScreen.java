package org.tournee.mobile.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DeskScreen;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.referral.Referral;
import org.tournee.sync.Audience;

/** To whom the household was referred, and who took over. Rule: R-REL. */
public final class ReferralsScreen extends DeskScreen {

    private final ReferralsViewModel model;

    public ReferralsScreen(DossierDesk desk) {
        this(desk, new ReferralsViewModel(desk));
    }

    private ReferralsScreen(DossierDesk desk, ReferralsViewModel model) {
        super(desk, desk.phone().messages().get("referral.title"));
        this.model = model;
        begin();
    }

    @Override
    protected List<Node> contents() {
        List<Node> nodes = new ArrayList<>();
        Optional<ReferralForm> open = model.open();
        if (open.isPresent() && open.get().seen().isEmpty()) {
            nodes.add(new ReferralFormView(open.get(), model, desk));
        } else {
            Button add = Buttons.secondary(messages.get("referral.add"), Material2AL.ADD, model::begin);
            add.setId("referral-add");
            nodes.add(add);
        }
        if (model.running().isEmpty() && open.isEmpty() && model.ended().isEmpty()) {
            nodes.add(new EmptyState(
                    Material2MZ.TRANSFER_WITHIN_A_STATION,
                    messages.get("referral.none"),
                    messages.get("referral.noneWhy")));
        }
        for (Entry<Referral> entry : model.running()) {
            nodes.add(open.filter(form -> concerns(form, entry))
                    .<Node>map(form -> new ReferralFormView(form, model, desk))
                    .orElseGet(() -> running(entry)));
        }
        nodes.add(new Flow(
                Buttons.quiet(
                        messages.get("directory.open"),
                        Material2AL.CONTACTS,
                        () -> phone.navigator().open(new Destination.Directory())),
                Buttons.quiet(
                        messages.get("directory.need"),
                        Material2AL.HELP_OUTLINE,
                        () -> phone.navigator().open(new Destination.DirectoryNoteForm(desk.dossier(), null)))));
        if (!model.ended().isEmpty()) {
            Section ended = new Section(messages.get("referral.ended"));
            ended.contents(model.ended().stream().map(this::ended).toList());
            nodes.add(ended);
        }
        return nodes;
    }

    private static boolean concerns(ReferralForm form, Entry<Referral> entry) {
        return form.seen().filter(seen -> seen.id().equals(entry.id())).isPresent();
    }

    private Card card(Entry<Referral> entry) {
        Referral referral = entry.value();
        Card card = new Card(
                Texts.strong(referral.orientation().partner()),
                Texts.small(messages.get(
                        "referral.madeOn", dates.day(referral.orientation().madeOn()))));
        if (!referral.orientation().need().isBlank()) {
            card.getChildren().add(Texts.body(referral.orientation().need()));
        }
        card.getChildren().add(Texts.small(passed(referral.sharing())));
        if (entry.audience() == Audience.RESTRICTED) {
            card.getChildren().add(new Mark(Tone.NEUTRAL, Material2AL.LOCK, messages.of(Audience.RESTRICTED)));
        }
        if (entry.pending()) {
            card.getChildren().add(new Mark(Tone.ACCENT, Material2MZ.SCHEDULE, messages.get("entry.pending")));
        }
        return card;
    }

    private String passed(Referral.Sharing sharing) {
        String ground = messages.of(sharing.ground());
        String what =
                sharing.passedOn().isBlank() ? ground : messages.get("referral.passed", sharing.passedOn(), ground);
        return sharing.until() == null ? what : messages.get("referral.passed.until", what, dates.day(sharing.until()));
    }

    private Node running(Entry<Referral> entry) {
        Referral referral = entry.value();
        Card card = card(entry);
        boolean due = model.isDue(referral);
        card.getChildren()
                .addAll(
                        new Mark(
                                due ? Tone.DUE : Tone.NEUTRAL,
                                Material2AL.EVENT,
                                messages.get(
                                        due ? "referral.due" : "referral.toCheck",
                                        dates.day(referral.watch().checkOn()))),
                        Texts.small(messages.get("referral.answers", Names.of(phone, model.answerable(referral)))));
        Optional<TakeoverForm> open =
                model.openEnd().filter(form -> form.referral().id().equals(entry.id()));
        open.ifPresentOrElse(form -> card.getChildren().add(form(form)), () -> {
            Button end = Buttons.quiet(messages.get("referral.end"), Material2AL.CHECK, () -> model.beginEnd(entry));
            end.setId("end-" + entry.id());
            card.getChildren()
                    .add(new Flow(
                            end,
                            Buttons.quiet(
                                    messages.get("referral.change"), Material2AL.EDIT, () -> model.change(entry))));
        });
        return card;
    }

    private Node form(TakeoverForm form) {
        Field who = FormCard.bind(Field.text(messages.get("referral.who")), "referral-who", form.who(), messages);
        who.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> form.state().get() == Referral.State.TAKEN_OVER, form.state()));
        who.managedProperty().bind(who.visibleProperty());
        return new FormCard(messages)
                .inside()
                .add(
                        Texts.strong(messages.get("referral.what")),
                        Choices.of(
                                Arrays.asList(Referral.State.values()),
                                form.state(),
                                state -> messages.get("referral.state." + state.name())),
                        who,
                        FormCard.bind(
                                Field.area(messages.get("referral.how"), 2), "referral-how", form.how(), messages),
                        FormCard.bind(
                                Field.text(messages.get("referral.knownOn")).hint(messages.get("contact.day.hint")),
                                "referral-known-on",
                                form.knownOn(),
                                messages))
                .end(form, messages.get("referral.end.keep"), model::end, model::giveUpEnd);
    }

    private Node ended(Entry<Referral> entry) {
        Card card = card(entry);
        Referral.Outcome outcome = entry.value().outcome();
        if (outcome != null) {
            boolean taken = outcome.state() == Referral.State.TAKEN_OVER;
            card.getChildren().add(new Mark(taken ? Tone.DONE : Tone.NEUTRAL, said(outcome)));
            if (outcome.how() != null) {
                card.getChildren().add(Texts.small(outcome.how()));
            }
        }
        card.getChildren()
                .add(Buttons.quiet(messages.get("referral.reopen"), Material2MZ.UNDO, () -> model.reopen(entry)));
        return card;
    }

    /** "Pris en charge par Mme Roy, le 3 mars". */
    private String said(Referral.Outcome outcome) {
        return outcome.who() == null
                ? messages.get(
                        "referral.said",
                        messages.get("referral.state." + outcome.state().name()),
                        dates.day(outcome.knownOn()))
                : messages.get("referral.said.who", outcome.who(), dates.day(outcome.knownOn()));
    }
}
