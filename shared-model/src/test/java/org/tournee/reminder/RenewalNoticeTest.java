package org.tournee.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.PlannedFigures;
import org.tournee.profile.ShippedProfile;

/** A renewal is told a fortnight ahead, until the first of April changes that. Rules: R-RDD, R-SEG-0. */
class RenewalNoticeTest {

    @ParameterizedTest(name = "R-RDD {0}: {1} days from April on, due on {2}: told from {3}")
    @CsvSource(
            nullValues = "none",
            value = {
                "1, 3, 2026-03-20, 2026-03-06",
                "2, 3, 2026-04-10, 2026-03-27",
                "3, 3, 2026-04-20, 2026-04-17",
                "4, 3, 2026-04-02, 2026-03-19",
                "5, 30, 2026-04-10, 2026-03-27",
                "6, 30, 2026-04-20, 2026-04-01",
                "7, 30, 2026-05-20, 2026-04-20",
                "8, -, 2026-04-10, 2026-03-27",
                "9, -, 2026-04-20, none",
            })
    void whatWasDeclaredWhileItWasToldStaysDeclared(int n, String days, LocalDate due, LocalDate first) {
        assertThat(RenewalNotice.firstDay(
                        due,
                        PlannedFigures.planned(
                                ShippedProfile.VIENNE.profile(),
                                FigureGroup.REMINDERS,
                                LocalDate.of(2026, 4, 1),
                                "DECLARATION=" + days)))
                .isEqualTo(Optional.ofNullable(first));
    }
}
