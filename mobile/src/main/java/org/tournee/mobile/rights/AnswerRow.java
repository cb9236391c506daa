package org.tournee.mobile.rights;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Answers beside one another, of equal width; two a line with large text, so that no word is broken. */
final class AnswerRow extends VBox {

    /** In em of one answer: narrower ones break "Plus tard". */
    private static final double LEAST = 4.75;

    private static final int PAIR = 2;

    private final List<ToggleButton> answers;
    private boolean paired;

    AnswerRow(List<ToggleButton> answers) {
        this.answers = List.copyOf(answers);
        getStyleClass().add("answer-lines");
        lay();
        widthProperty().addListener((on, was, is) -> layAgain());
        answers.get(0).fontProperty().addListener((on, was, is) -> layAgain());
    }

    private void layAgain() {
        double em = answers.get(0).getFont().getSize();
        boolean narrow = getWidth() > 0 && getWidth() / answers.size() < LEAST * em;
        if (narrow != paired) {
            paired = narrow;
            lay();
        }
    }

    private void lay() {
        int each = paired ? PAIR : answers.size();
        List<HBox> lines = new ArrayList<>();
        for (int from = 0; from < answers.size(); from += each) {
            HBox line = new HBox();
            line.getStyleClass().add("answers");
            line.getChildren().addAll(answers.subList(from, Math.min(answers.size(), from + each)));
            lines.add(line);
        }
        getChildren().setAll(lines);
    }
}
