package org.tournee.server.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.NormEdit;
import org.tournee.profile.NormFigure;
import org.tournee.profile.NormTarget;
import org.tournee.profile.ShippedProfile;
import org.tournee.server.indicator.Happened.Kind;

/** From the first of April on twenty days are given to decide, before it thirty. Rules: R-IND, R-REQ, R-SEG-0. */
class DecisionTimeTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final DecisionTime TIME = new DecisionTime(new NormEdit(
                    new NormTarget.OfGroup(FigureGroup.REQUESTS),
                    APRIL,
                    Map.of(NormFigure.DECISION, 20, NormFigure.NOTIFICATION, 8),
                    "une décision")
            .applied(ShippedProfile.BRUXELLES.profile()));

    @ParameterizedTest(name = "R-IND {0}: came {1}, decided after {2} days, in time {3}")
    @CsvSource({
        "1, 2026-03-31, 30, true",
        "2, 2026-03-31, 31, false",
        "3, 2026-04-01, 20, true",
        "4, 2026-04-01, 21, false"
    })
    void aRequestIsMeasuredByTheFigureOfTheDayItCame(int n, LocalDate came, int days, boolean kept) {
        Happened request = new Happened(
                Kind.REQUEST, new UUID(1, 1), came, "", new Happened.Course(came, came.plusDays(days)), false);

        assertThat(TIME.isKept(request)).isEqualTo(kept);
    }

    @ParameterizedTest(name = "R-IND from {0} to {1}: {2}")
    @CsvSource({"2026-01-01, 2026-03-31, 30", "2026-01-01, 2026-04-01, '30, puis 20'", "2026-04-01, 2026-06-30, 20"})
    void aPeriodNamesAllThatHeldInIt(LocalDate first, LocalDate last, String said) {
        assertThat(TIME.said(new Period(first, last))).contains(said);
    }

    @Test
    void withoutALawNothingIsSaid() {
        DecisionTime none = new DecisionTime(ShippedProfile.VIENNE.profile());

        assertThat(none.said(new Period(APRIL, APRIL))).isEqualTo(Optional.empty());
    }
}
