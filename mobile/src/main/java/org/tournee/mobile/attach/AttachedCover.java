package org.tournee.mobile.attach;

import com.gluonhq.attach.display.DisplayService;
import com.gluonhq.attach.display.DisplayService.Notch;
import com.gluonhq.attach.keyboard.KeyboardService;
import com.gluonhq.attach.util.Platform;
import java.util.Optional;
import org.tournee.mobile.device.Cover;

/**
 * What a phone covers. Attach tells on which side a notch is and not how deep: the depths are the largest that Apple's
 * phones have (the island of the iPhone 16 Pro; the home bar). Where it tells of no notch, as on Android, the app is given
 * a window that none reaches into.
 */
public final class AttachedCover implements Cover {

    private static final double NOTCH = 62;
    private static final double HOME_BAR = 34;
    private static final double HOME_BAR_ON_ITS_SIDE = 21;

    private final Optional<DisplayService> display;
    private final Optional<KeyboardService> keyboard;

    AttachedCover(Optional<DisplayService> display, Optional<KeyboardService> keyboard) {
        this.display = display.filter(DisplayService::hasNotch);
        this.keyboard = keyboard;
    }

    /** That of this device; a desk covers nothing. */
    public static Cover here() {
        return Platform.isDesktop()
                ? Cover.none()
                : new AttachedCover(DisplayService.create(), KeyboardService.create());
    }

    @Override
    public Sides sides() {
        double height =
                keyboard.map(service -> service.visibleHeightProperty().get()).orElse(0f);
        return display.map(service -> around(service.notchProperty().get()))
                .orElse(Sides.NONE)
                .withKeyboard(height);
    }

    /** A phone that does not say how it is held is held upright. */
    private static Sides around(Notch notch) {
        return switch (notch) {
            case TOP, UNKNOWN -> new Sides(NOTCH, 0, HOME_BAR, 0, 0);
            case BOTTOM -> new Sides(HOME_BAR, 0, NOTCH, 0, 0);
            case LEFT, RIGHT -> new Sides(0, NOTCH, HOME_BAR_ON_ITS_SIDE, NOTCH, 0);
        };
    }

    @Override
    public void onChange(Runnable action) {
        display.ifPresent(service -> service.notchProperty().addListener((on, was, is) -> action.run()));
        keyboard.ifPresent(service -> service.visibleHeightProperty().addListener((on, was, is) -> action.run()));
    }
}
