package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Insets;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.device.Cover.Sides;

class FreeRoomTest {

    private static final Sides TYPING = new Sides(62, 0, 34, 0, 300);

    @Test
    void theKeyboardTakesTheRoomOfTheHomeBarToo() {
        assertThat(FreeRoom.around(TYPING, 0)).isEqualTo(new Insets(62, 0, 300, 0));
    }

    @Test
    void whereTheSystemMadeTheWindowSmallerTheKeyboardTakesNothingTwice() {
        assertThat(FreeRoom.around(TYPING, 300)).isEqualTo(new Insets(62, 0, 34, 0));
        assertThat(FreeRoom.around(TYPING, 180)).isEqualTo(new Insets(62, 0, 120, 0));
    }

    @Test
    void aWindowThatGrewIsNoReasonToLeaveMoreFree() {
        assertThat(FreeRoom.around(TYPING, -50)).isEqualTo(new Insets(62, 0, 300, 0));
    }
}
