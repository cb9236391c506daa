package org.tournee.mobile.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.tournee.mobile.device.Cover;

/** A device that covers what a test says. */
public final class HandCover implements Cover {

    private final List<Runnable> listening = new ArrayList<>();
    private Sides sides = Sides.NONE;

    /** A window around that content, with what is covered kept free. */
    public StackPane around(Shell shell) {
        StackPane root = new StackPane(shell.root());
        FreeRoom.keep(root, this);
        onChange(() -> shell.typing(sides.keyboard() > 0));
        return root;
    }

    /** From now on that is covered. */
    public void cover(Sides covered) {
        ScreenCamera.run(() -> {
            sides = covered;
            listening.forEach(Runnable::run);
        });
    }

    @Override
    public Sides sides() {
        return sides;
    }

    @Override
    public void onChange(Runnable action) {
        listening.add(action);
    }
}
