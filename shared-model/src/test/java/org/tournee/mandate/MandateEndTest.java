package org.tournee.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a mandate ends, as a decision table. Rule: R-MAN. */
class MandateEndTest {

    /** The mandate began on 1 March 2026; the days are those of March, its end the first day without it. */
    @ParameterizedTest(name = "{0}: ends on {1}, saw {2}, last day {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, -,  -,  20, 21",
                "2, -,  -,  1,  2",
                "3, 11, 11, 20, 21",
                "4, 11, 11, 5,  6",
                "5, 11, -,  20, STALE",
                "6, 11, -,  10, 11",
                "7, -,  11, 20, STALE",
                "8, 12, 11, 20, STALE",
            })
    void itEndsWhereItEndsAsItsAuthorSaw(int number, Integer ends, Integer saw, int last, String becomes) {
        MandateEnd.Result result = new MandateEnd(day(saw), day(last)).carry(mandate(day(ends)));

        assertThat(result)
                .isEqualTo(
                        becomes.equals("STALE")
                                ? new MandateEnd.Stale()
                                : new MandateEnd.Ended(mandate(day(Integer.valueOf(becomes)))));
    }

    @Test
    void noLastDayIsBeforeTheFirst() {
        assertThat(new MandateEnd(null, LocalDate.of(2026, 2, 28)).carry(mandate(null)))
                .isEqualTo(new MandateEnd.Refused(MandateEnd.Refusal.BEFORE_START));
    }

    @Test
    void itTravelsAsACommand() {
        MandateEnd end = new MandateEnd(null, day(20));

        assertThat(MandateEnd.of(end.asCommand())).contains(end);
        assertThat(end.asCommand().asked()).isEqualTo("{\"last_day\":\"2026-03-20\"}");
    }

    private static LocalDate day(Integer ofMarch) {
        return ofMarch == null ? null : LocalDate.of(2026, 3, ofMarch);
    }

    private static Mandate mandate(LocalDate end) {
        return new Mandate(
                new Mandate.Mission(Mandate.Kind.OTHER, "Préfecture", null),
                new Mandate.Term(LocalDate.of(2026, 3, 1), end));
    }
}
