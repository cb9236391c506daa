package org.tournee.mobile.app;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Types on the pad of digits, as a keyboard does. */
final class TypedPin {

    private TypedPin() {}

    /** The digits, then Enter. */
    static void type(ScreenCamera camera, String pin) {
        ScreenCamera.run(() -> {
            Node pad = camera.scene().getRoot().lookup(".pin-pad");
            for (int at = 0; at < pin.length(); at++) {
                String text = pin.substring(at, at + 1);
                pad.fireEvent(pressed(text, KeyCode.getKeyCode(text)));
            }
            pad.fireEvent(pressed("", KeyCode.ENTER));
        });
    }

    private static KeyEvent pressed(String text, KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, false, false, false);
    }
}
