package org.tournee.mobile.segment;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.draft.TypedText;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.segment.Segment;
import org.tournee.workflow.SegmentChoices.CommandKind;

/** Writes a step on the segment: whither, the criteria that apply, the reason in words. Rules: R-SEG-1, R-SEG-5 to 7. */
final class StepFormView extends VBox {

    private final StepForm form;
    private final StepsViewModel model;
    private final Messages messages;
    private final VBox criteria = new VBox();

    StepFormView(StepForm form, StepsViewModel model, Messages messages) {
        this.form = form;
        this.model = model;
        this.messages = messages;
        CommandKind kind = form.choice().kind();
        FormCard card = new FormCard(messages)
                .add(Texts.heading(messages.get("segmentStep." + kind.name())), Texts.muted(signer(kind)));
        if (!form.choice().targets().isEmpty()) {
            card.add(Texts.strong(messages.get("segmentStep.to")), targets());
        }
        criteria.getStyleClass().add("section-body");
        card.add(criteria);
        form.to().addListener((on, was, is) -> showCriteria());
        showCriteria();
        card.add(area("segment-reason", messages.get("segmentStep.reason." + kind.name()), 5, form.reason()));
        List<String> questions = model.questions();
        for (int at = 0; at < form.answers().size(); at++) {
            card.add(area(
                    "segment-answer-" + at, questions.get(at), 2, form.answers().get(at)));
        }
        card.add(wrong());
        getChildren().add(card.end(form, messages.get("segmentStep.keep"), model::keep, model::giveUp));
    }

    /** Who signs after it: one sees that nothing is done by it. */
    private String signer(CommandKind kind) {
        return messages.get(
                switch (kind) {
                    case REQUEST -> "segmentStep.then.referent";
                    case DECLINE, WITHDRAW -> "segmentStep.then.nobody";
                    default -> "segmentStep.then.head";
                });
    }

    private Node area(String id, String name, int rows, TypedText typed) {
        return FormCard.bind(Field.area(name, rows), id, typed, messages);
    }

    private ChipGroup<Segment> targets() {
        ChipGroup<Segment> chips = ChipGroup.one(form.choice().targets(), messages::of);
        Segment chosen = form.to().get();
        chips.select(chosen == null ? List.of() : List.of(chosen));
        chips.selectedProperty().addListener((on, was, is) -> form.to().set(is.isEmpty() ? null : is.get(0)));
        return chips;
    }

    private void showCriteria() {
        List<String> listed = model.criteria(form.to().get(), form.choice().kind());
        criteria.setManaged(!listed.isEmpty());
        criteria.setVisible(!listed.isEmpty());
        criteria.getChildren().clear();
        if (!listed.isEmpty()) {
            criteria.getChildren().add(Texts.strong(messages.get("segmentStep.criteria")));
            listed.forEach(criterion -> criteria.getChildren().add(Choices.box(criterion, form.criteria())));
        }
    }

    private Node wrong() {
        VBox box = new VBox();
        Runnable show = () -> {
            String key = form.whole().wrong().get();
            box.getChildren().setAll(key.isEmpty() ? List.of() : List.of(new Mark(Tone.CONFLICT, messages.get(key))));
            box.setManaged(!key.isEmpty());
        };
        form.whole().wrong().addListener((on, was, is) -> show.run());
        show.run();
        return box;
    }
}
