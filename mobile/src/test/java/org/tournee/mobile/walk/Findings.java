package org.tournee.mobile.walk;

import java.util.ArrayList;
import java.util.List;
import org.tournee.mobile.app.ScreenCamera;

/** What is wrong with what is on the screen; empty when all is well. */
public final class Findings {

    private Findings() {}

    /** Texts that are cut, lie over one another or cannot be read; targets that are small or have no name. */
    public static List<String> looks(ScreenCamera camera) {
        return ScreenCamera.onScreen(() -> {
            List<String> found = new ArrayList<>(camera.cutTexts());
            found.addAll(camera.wantingTargets());
            found.addAll(Overlaps.in(camera.scene().getRoot()));
            found.addAll(DrawnContrast.in(camera.scene().getRoot()));
            return found;
        });
    }

    /** All that, and words that go on in the next line without a hyphen. */
    public static List<String> looksAndWords(ScreenCamera camera) {
        List<String> found = new ArrayList<>(looks(camera));
        found.addAll(ScreenCamera.onScreen(() -> BrokenWords.in(camera.scene().getRoot())));
        return found;
    }

    /** What somebody who uses the keys alone would miss. */
    public static List<String> byKeyboard(ScreenCamera camera) {
        return ScreenCamera.onScreen(() -> Keyboard.through(camera.scene()));
    }
}
