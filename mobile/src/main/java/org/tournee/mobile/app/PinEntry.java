package org.tournee.mobile.app;

import java.util.function.Consumer;
import org.tournee.mobile.ui.PinPad;

/** The pad on which a PIN is typed, the same wherever one is asked for. */
final class PinEntry {

    private PinEntry() {}

    /**
     * One that a keyboard types on as soon as it is shown.
     *
     * @param done key of what the key that ends it says
     * @param entered takes the PIN, of a length that the {@link Entrance} takes
     */
    static PinPad pad(Messages messages, String done, Consumer<String> entered) {
        PinPad pad = new PinPad(
                Entrance.SHORTEST_PIN,
                Entrance.LONGEST_PIN,
                new PinPad.Words(messages.get("pin.name"), messages.get(done), messages.get("pin.erase")),
                entered);
        pad.sceneProperty().addListener((source, was, is) -> pad.requestFocus());
        return pad;
    }
}
