package org.tournee.mobile.dossier;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.segment.PaceText;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.PaceDots;
import org.tournee.mobile.ui.SegmentBadge;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.segment.Pace;

/**
 * What a dossier of the list looks like: badge, household, where, and its pace. A list shows one dossier after another in
 * the same row: what stays the same is left alone, for styling costs more than anything else of it.
 */
final class DossierRow extends HBox {

    private final Messages messages;
    private final PaceText paceText;
    private final Label household = Texts.strong("");
    private final Label commune = Texts.muted("");
    private final VBox words = new VBox(household, commune);
    private @Nullable DossierLine shown;
    private @Nullable PaceDots dots;
    private @Nullable Mark mark;

    DossierRow(Messages messages, PaceText paceText) {
        this.messages = messages;
        this.paceText = paceText;
        getStyleClass().add("dossier-row");
        setAlignment(Pos.TOP_LEFT);
        words.getStyleClass().add("dossier-words");
        HBox.setHgrow(words, Priority.ALWAYS);
    }

    void show(DossierLine line) {
        if (shown == null || shown.segment() != line.segment()) {
            getChildren().setAll(badge(line), words);
        }
        household.setText(line.household());
        commune.setText(line.commune());
        List<Node> below = below(line);
        if (!words.getChildren().equals(below)) {
            words.getChildren().setAll(below);
        }
        shown = line;
    }

    private Node badge(DossierLine line) {
        return line.segment() == null
                ? Icons.large(Material2AL.FOLDER_SHARED)
                : new SegmentBadge(line.segment(), messages.of(line.segment()));
    }

    private List<Node> below(DossierLine line) {
        List<Node> all = new ArrayList<>(List.of(household, commune));
        Pace pace = line.pace();
        if (pace != null) {
            pace(pace, all);
        }
        if (line.conflicts() > 0) {
            all.add(new Mark(Tone.CONFLICT, messages.get("truth.conflicts", line.conflicts())));
        }
        if (line.pending()) {
            all.add(new Mark(Tone.NEUTRAL, Material2AL.ARROW_UPWARD, messages.get("dossiers.pending")));
        }
        return all;
    }

    private void pace(Pace pace, List<Node> all) {
        PaceDots paceDots = dots;
        Mark paceMark = mark;
        if (paceDots == null || paceMark == null) {
            paceDots = paceText.dots(pace);
            paceMark = paceText.mark(pace);
            dots = paceDots;
            mark = paceMark;
        } else {
            paceText.show(pace, paceDots, paceMark);
        }
        all.add(paceDots);
        all.add(paceMark);
    }
}
