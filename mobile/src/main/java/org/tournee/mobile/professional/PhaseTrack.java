package org.tournee.mobile.professional;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tournee.bilan.ProfessionalBilan;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Texts;

/** The five phases as five steps, those gone through and the present one filled; its name stands below. */
final class PhaseTrack extends VBox {

    PhaseTrack(ProfessionalBilan.Phase now, Messages messages) {
        HBox steps = new HBox();
        steps.getStyleClass().add("phase-steps");
        for (ProfessionalBilan.Phase phase : ProfessionalBilan.Phase.values()) {
            steps.getChildren().add(step(phase, now));
        }
        getStyleClass().add("phase-track");
        int at = Arrays.asList(ProfessionalBilan.Phase.values()).indexOf(now) + 1;
        getChildren()
                .addAll(
                        steps,
                        Texts.strong(messages.get(
                                "professional.at", messages.of(now), at, ProfessionalBilan.Phase.values().length)));
    }

    private static Node step(ProfessionalBilan.Phase phase, ProfessionalBilan.Phase now) {
        Region step = new Region();
        step.getStyleClass().add("phase-step");
        if (phase.compareTo(now) <= 0) {
            step.getStyleClass().add(phase == now ? "phase-now" : "phase-gone");
        }
        HBox.setHgrow(step, Priority.ALWAYS);
        return step;
    }
}
