package org.tournee.server;

import java.time.LocalDate;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.sync.Wire;

/** Stays, made from their wire form so that a new optional group does not touch every test. */
public final class StayFixture {

    private StayFixture() {}

    public static Stay inSegment(Segment segment, LocalDate enteredOn) {
        return Wire.read(
                Stay.class, "{\"span\":{\"segment\":\"" + segment + "\",\"entered_on\":\"" + enteredOn + "\"}}");
    }
}
