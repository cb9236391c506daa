package org.tournee.mobile.ui;

import javafx.animation.PauseTransition;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * Turns once one has waited for a second, beside words that stand there at once. Its place is kept from the beginning.
 *
 * <p>Every frame of something that turns is painted, which takes a processor from the work that one waits for: most of
 * what a phone does is done sooner without.
 */
public final class Turning extends StackPane {

    private static final Duration PATIENCE = Duration.seconds(1);

    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /** @param what is waited for, for who cannot see it turn */
    public Turning(String what) {
        ProgressIndicator sign = new ProgressIndicator();
        sign.setAccessibleText(what);
        sign.setVisible(false); // an indicator that is not seen does not move
        getChildren().add(sign);
        patience.setOnFinished(event -> sign.setVisible(true));
        patience.play();
    }
}
