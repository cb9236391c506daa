package org.tournee.mobile.dossier;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.closure.Closure;
import org.tournee.closure.ClosureWorkflow;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.round.VisitMarks;
import org.tournee.mobile.segment.PaceText;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.SegmentBadge;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.outreach.RoundRules;
import org.tournee.segment.Pace;
import org.tournee.sync.Conflict;

/** People first, their pace, the next step, then each part with its latest line. Rule: R-REF. */
final class DossierPageView extends VBox {

    private final DossierPageViewModel model;
    private final Phone phone;
    private final Messages messages;
    private final DateTexts dates;
    private final Page page = new Page();
    private final DossierSections sections;

    DossierPageView(DossierPageViewModel model) {
        this.model = model;
        this.phone = model.phone();
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.sections = new DossierSections(model);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
        model.overview().addListener((on, was, is) -> show());
        show();
    }

    private void show() {
        DossierPageViewModel.Overview now = model.overview().get();
        List<Node> nodes = new ArrayList<>();
        nodes.add(head(now));
        attention(now, nodes);
        beforeGoing(now, nodes);
        now.pace().ifPresent(pace -> nodes.add(pace(pace)));
        now.next().ifPresent(step -> nodes.add(next(step)));
        nodes.addAll(sections.of(now));
        page.contents(nodes);
    }

    private Node head(DossierPageViewModel.Overview now) {
        VBox words = new VBox(
                Texts.title(now.name()), Texts.body(AddressLine.of(now.dossier().address(), messages)));
        words.getStyleClass().add("row-words");
        Dossier.Reachability reach = now.dossier().reachability();
        if (reach != null && reach.phone() != null) {
            words.getChildren().add(Texts.body(messages.get("dossier.phone", reach.phone())));
        }
        now.referent().ifPresent(name -> words.getChildren().add(Texts.small(referents(now, name))));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(12, words);
        head.setAlignment(Pos.TOP_LEFT);
        now.segment().ifPresent(segment -> head.getChildren().add(new SegmentBadge(segment, messages.of(segment))));
        return new VBox(8, head, DiscreetToggle.notice(model.discretion(), messages));
    }

    private String referents(DossierPageViewModel.Overview now, String name) {
        return now.adminReferent()
                .map(admin -> messages.get("dossier.referents", name, admin))
                .orElseGet(() -> messages.get("dossier.referent", name));
    }

    /** That it is closed, what came back, and what nobody has settled yet. Rule: R-REC. */
    private void attention(DossierPageViewModel.Overview now, List<Node> nodes) {
        ClosureWorkflow.standing(now.contents())
                .map(entry -> closed(entry.value().ending()))
                .ifPresent(nodes::add);
        for (Entry<Conflict> conflict : now.conflicts()) {
            nodes.add(new Notice(
                            Tone.CONFLICT,
                            messages.get(
                                    "dossier.conflict",
                                    GroupNames.of(messages, conflict.value().subject())))
                    .below(Buttons.quiet(
                            messages.get("dossier.conflict.open"),
                            Material2AL.CALL_SPLIT,
                            () -> phone.navigator()
                                    .open(new Destination.ConflictPage(model.dossier(), conflict.id())))));
        }
        if (!now.returned().isEmpty()) {
            nodes.add(new Notice(
                            Tone.DUE,
                            messages.get("dossier.returned", now.returned().size()))
                    .below(Buttons.quiet(
                            messages.get("dossier.returned.open"),
                            Material2AL.ARROW_FORWARD,
                            () -> phone.navigator().open(new Destination.ReturnedChanges()))));
        }
    }

    private Node closed(Closure.Ending ending) {
        Notice notice = new Notice(
                Tone.NEUTRAL, messages.get("dossier.closed", dates.day(ending.closedOn()), messages.of(ending.exit())));
        notice.setId("closed");
        return notice;
    }

    /** What to know before one goes there; not while they look at the screen. Rule: R-OUT. */
    private void beforeGoing(DossierPageViewModel.Overview now, List<Node> nodes) {
        VisitMarks marks = new VisitMarks(phone);
        if (!model.discretion().on()) {
            now.contents().safetyNotes().stream()
                    .filter(entry -> entry.value().holdsOn(phone.today()))
                    .forEach(entry -> nodes.add(marks.safety(entry.value().note())));
        }
        if (RoundRules.isOpposed(now.contents())) {
            nodes.add(marks.opposed());
        }
    }

    private Node pace(Pace pace) {
        PaceText text = new PaceText(messages, dates);
        Card card = new Card(text.dots(pace), text.mark(pace));
        String waiting = text.provisionalWords(pace);
        if (!waiting.isEmpty()) {
            card.getChildren().add(Texts.small(waiting));
        }
        if (!pace.incomplete().isEmpty()) {
            card.getChildren()
                    .add(Buttons.quiet(
                            messages.get("dossier.incomplete", pace.incomplete().size()),
                            Material2AL.EDIT,
                            () -> phone.navigator()
                                    .open(new Destination.ContactForm(
                                            model.dossier(), pace.incomplete().get(0)))));
        }
        return card;
    }

    private Node next(NextStep step) {
        String what = switch (kind(step)) {
            case 0 -> messages.get("dossier.next.meeting");
            case 1 -> ((NextStep.Task) step).action().task().what();
            case 2 -> model.rightName(((NextStep.RightToFollow) step).check());
            default -> messages.of(((NextStep.ReviewToHold) step).review().duty());
        };
        boolean past = step.day().isBefore(phone.today());
        return new Card(
                Texts.small(messages.get("dossier.next")),
                Texts.strong(what),
                new Mark(
                        past ? Tone.LATE : Tone.NEUTRAL,
                        Material2AL.EVENT,
                        messages.get(past ? "dossier.next.since" : "dossier.next.on", dates.relativeDay(step.day()))));
    }

    private static int kind(NextStep step) {
        if (step instanceof NextStep.Meeting) {
            return 0;
        }
        if (step instanceof NextStep.Task) {
            return 1;
        }
        return step instanceof NextStep.RightToFollow ? 2 : 3;
    }
}
