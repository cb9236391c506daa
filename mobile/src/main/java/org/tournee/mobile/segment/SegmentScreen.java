package org.tournee.mobile.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.DeskScreen;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.returned.MyReturns;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.segment.Review;
import org.tournee.segment.ReviewDuty;
import org.tournee.segment.ReviewRules;
import org.tournee.sync.ReturnedChange;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.SegmentChoices.Choice;

/**
 * The segment of a dossier: where it stands, what waits for whose signature, and what this worker may prepare here. Rules:
 * R-SEG-5, R-SEG-6, R-SEG-7.
 */
public final class SegmentScreen extends DeskScreen {

    private final StepsViewModel model;

    public SegmentScreen(DossierDesk desk) {
        this(desk, new StepsViewModel(desk));
    }

    private SegmentScreen(DossierDesk desk, StepsViewModel model) {
        super(desk, desk.phone().messages().get("dossier.section.segment"));
        this.model = model;
        begin();
    }

    @Override
    protected List<Node> contents() {
        List<Node> nodes = new ArrayList<>();
        model.returned().forEach(entry -> nodes.add(returned(entry)));
        model.waiting().forEach(step -> nodes.add(waiting(step)));
        SegmentCards cards = new SegmentCards(phone, desk.contents(), desk.discretion());
        nodes.addAll(cards.now());
        revision().ifPresent(review -> nodes.add(revision(review)));
        nodes.addAll(model.open()
                .map(form -> List.<Node>of(new StepFormView(form, model, messages)))
                .orElseGet(this::choices));
        if (!cards.before().isEmpty()) {
            Section before = new Section(messages.get("segmentStep.before"));
            before.contents(cards.before());
            nodes.add(before);
        }
        return nodes;
    }

    private List<Node> choices() {
        List<Node> nodes = new ArrayList<>();
        for (Choice choice : model.choices()) {
            Button button = Buttons.secondary(
                    messages.get("segmentStep." + choice.kind().name()), Material2AL.EDIT, () -> model.begin(choice));
            button.setId("step-" + choice.kind().name());
            nodes.add(button);
        }
        return nodes;
    }

    /** Prepared here: proposed, and never shown as done. */
    private Node waiting(PreparedStep step) {
        AskedStep asked = AskedStep.of(step.asked());
        Card card = new Card(
                Texts.strong(asked.title(messages)),
                new Mark(Tone.ACCENT, Material2MZ.SCHEDULE, messages.get("segmentStep.waiting")));
        if (!desk.discretion().on()) {
            card.getChildren().add(Texts.body(asked.text()));
        }
        return card.toned(Tone.ACCENT);
    }

    /** What the service did not follow, whole, with the reason. Rule: R-REC. */
    private Node returned(Entry<ReturnedChange> entry) {
        Notice notice = new Notice(Tone.DUE, MyReturns.why(entry.value(), messages));
        MyReturns.step(entry).ifPresent(step -> {
            AskedStep asked = AskedStep.of(step.asked());
            notice.below(Texts.strong(asked.title(messages)));
            if (!desk.discretion().on()) {
                notice.below(Texts.body(asked.text()));
            }
            if (model.choice(step).isPresent() && model.open().isEmpty()) {
                notice.below(
                        Buttons.quiet(messages.get("segmentStep.takeUp"), Material2AL.EDIT, () -> model.takeUp(step)));
            }
        });
        return notice.below(Buttons.quiet(
                messages.get("dossier.returned.open"),
                Material2AL.ARROW_FORWARD,
                () -> phone.navigator().open(new Destination.ReturnedChanges())));
    }

    private Optional<Review> revision() {
        return ReviewRules.of(desk.contents(), phone.today(), phone.store().profile()).stream()
                .filter(review -> review.duty() == ReviewDuty.ANNUAL_REVISION)
                .findFirst();
    }

    /** Held where the situation is: it ends with a conclusion of that day. Rule: R-SEG-7. */
    private Node revision(Review review) {
        boolean past = review.dueOn().isBefore(phone.today());
        return new Card(
                Texts.strong(messages.of(ReviewDuty.ANNUAL_REVISION)),
                new Mark(
                        past ? Tone.LATE : Tone.NEUTRAL,
                        Material2AL.EVENT,
                        messages.get(
                                past ? "segmentStep.revision.since" : "segmentStep.revision.on",
                                dates.day(review.dueOn()))),
                Texts.muted(messages.get("segmentStep.revision.how")),
                Buttons.quiet(
                        messages.bilan(),
                        Material2AL.ACCOUNT_BALANCE,
                        () -> phone.navigator().open(new Destination.Bilan(desk.dossier()))));
    }
}
