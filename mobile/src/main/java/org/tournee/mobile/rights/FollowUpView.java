package org.tournee.mobile.rights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.organisation.WorkerId;
import org.tournee.rights.RightCheck;

/** What becomes of a probable right: by when, who answers for it, what is still needed. Rule: R-RDD. */
final class FollowUpView extends VBox {

    private static final List<Integer> DAYS = List.of(7, 15, 30);

    private final RightLine line;
    private final RightsSweepViewModel model;
    private final Messages messages;

    FollowUpView(RightLine line, Phone phone, RightsSweepViewModel model) {
        this.line = line;
        this.model = model;
        this.messages = phone.messages();
        getStyleClass().add("follow-up");
        RightCheck check = line.check().orElseThrow().value();
        RightCheck.FollowUp followUp = Objects.requireNonNull(check.followUp(), "shown for what is followed");
        getChildren()
                .addAll(
                        Texts.strong(messages.get("rights.follow")),
                        Texts.small(messages.get("rights.follow.by")),
                        due(followUp, DateTexts.of(phone)),
                        Texts.small(messages.get("rights.follow.who")),
                        answerable(followUp));
        if (!line.right().documents().isEmpty()) {
            getChildren().addAll(Texts.small(messages.get("rights.follow.documents")), documents(check));
            getChildren().addAll(papers(check));
        }
    }

    private ChipGroup<LocalDate> due(RightCheck.FollowUp followUp, DateTexts dates) {
        Set<LocalDate> days = new LinkedHashSet<>();
        DAYS.forEach(more -> days.add(model.today().plusDays(more)));
        days.add(followUp.dueOn());
        ChipGroup<LocalDate> chips = ChipGroup.one(List.copyOf(days), dates::day);
        chips.select(List.of(followUp.dueOn()));
        chips.selectedProperty().addListener((on, was, is) -> {
            if (!is.isEmpty() && !is.get(0).equals(followUp.dueOn())) {
                model.dueOn(line, is.get(0));
            }
        });
        return chips;
    }

    private ChipGroup<WorkerId> answerable(RightCheck.FollowUp followUp) {
        Set<WorkerId> workers = new LinkedHashSet<>(model.colleagues());
        workers.add(followUp.answerable());
        ChipGroup<WorkerId> chips = ChipGroup.one(List.copyOf(workers), model::nameOf);
        chips.select(List.of(followUp.answerable()));
        chips.selectedProperty().addListener((on, was, is) -> {
            if (!is.isEmpty() && !is.get(0).equals(followUp.answerable())) {
                model.answerable(line, is.get(0));
            }
        });
        return chips;
    }

    /** What is in the dossier already is said; what is still needed is taken in from here. Rule: R-DOC. */
    private List<Node> papers(RightCheck check) {
        List<Node> nodes = new ArrayList<>();
        for (String paper : line.right().documents()) {
            if (model.papers().answering(paper).isPresent()) {
                nodes.add(new Mark(Tone.DONE, messages.get("document.already", paper)));
            } else if (check.documentsMissing().contains(paper)) {
                nodes.add(Buttons.quiet(
                        messages.get("document.answer", paper),
                        Material2AL.ADD_A_PHOTO,
                        () -> model.addDocument(line, paper)));
            }
        }
        return nodes;
    }

    /** Chosen means: still needed. */
    private ChipGroup<String> documents(RightCheck check) {
        ChipGroup<String> chips = ChipGroup.several(line.right().documents(), document -> document);
        chips.select(check.documentsMissing());
        chips.selectedProperty().addListener((on, was, is) -> {
            List<String> changed = new ArrayList<>(line.right().documents());
            changed.removeIf(document -> was.contains(document) == is.contains(document));
            changed.forEach(document -> model.needs(line, document, is.contains(document)));
        });
        return chips;
    }
}
