package org.tournee.mobile.app;

import java.time.Duration;
import java.time.Instant;
import org.tournee.mobile.returned.MyReturns;

/** Gathers what the truth bar and the sync page tell. */
final class TruthFacts {

    /** For so long a worker is told that the phone went on after it was copied or restored. */
    private static final Duration TOLD = Duration.ofDays(1);

    private TruthFacts() {}

    static Truth.Facts of(Phone phone) {
        return new Truth.Facts(
                phone.store().waiting(),
                phone.documents().waiting(),
                phone.sync().state(),
                MyConflicts.of(phone).size(),
                MyReturns.open(phone).size(),
                phone.store().succeededAt().filter(at -> isLately(phone, at)).isPresent());
    }

    private static boolean isLately(Phone phone, Instant at) {
        return Duration.between(at, phone.clock().instant()).abs().compareTo(TOLD) < 0;
    }
}
