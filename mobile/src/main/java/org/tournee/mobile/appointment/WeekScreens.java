package org.tournee.mobile.appointment;

import java.util.Optional;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.app.ScreenFactory;
import org.tournee.mobile.device.Handover;

/**
 * The week of appointments. Rule: R-APP.
 *
 * @param handover takes a file for the calendar
 */
public record WeekScreens(Handover handover) implements ScreenFactory {

    @Override
    public Optional<Screen> screen(Destination destination, Phone phone) {
        return destination instanceof Destination.Week
                ? Optional.of(new WeekScreen(phone, handover))
                : Optional.empty();
    }
}
