package org.tournee.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.PlannedFigures;
import org.tournee.profile.ShippedProfile;

/** Portfolio and load. Rule: R-SEG-8. */
class PortfolioTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Portfolio portfolio(int inA, int inB, int inC) {
        List<Segment> segments = new ArrayList<>(Collections.nCopies(inA, Segment.A));
        segments.addAll(Collections.nCopies(inB, Segment.B));
        segments.addAll(Collections.nCopies(inC, Segment.C));
        segments.addAll(Collections.nCopies(7, Segment.INTAKE_2));
        return Portfolio.of(segments, DAY, PROFILE);
    }

    @ParameterizedTest(name = "R-SEG-8 {0} A, {1} B, {2} C: {3}")
    @CsvSource({
        "10, 50, 40, ''",
        "9, 51, 40, FEW_IN_A",
        "10, 49, 41, MANY_IN_C",
        "9, 49, 42, 'FEW_IN_A MANY_IN_C'",
        "1, 11, 7, ''",
        "0, 12, 7, FEW_IN_A",
        "1, 10, 8, ''",
        "1, 9, 9, MANY_IN_C",
        "0, 100, 0, FEW_IN_A",
        "100, 0, 0, ''",
        "0, 0, 9, ''",
        "0, 0, 10, 'FEW_IN_A MANY_IN_C'"
    })
    void theGuideSharesAreFlagged(int inA, int inB, int inC, String flags) {
        String said = String.join(
                " ",
                portfolio(inA, inB, inC).flags().stream()
                        .sorted()
                        .map(Enum::name)
                        .toList());

        assertThat(said).isEqualTo(flags);
    }

    @Test
    void intakeDossiersAreLeftOut() {
        assertThat(portfolio(2, 10, 8).total()).isEqualTo(20);
    }

    @Test
    void sharesAreShownInWholePercent() {
        Portfolio portfolio = portfolio(2, 11, 7);

        assertThat(portfolio.percent(Segment.A)).isEqualTo(10);
        assertThat(portfolio.percent(Segment.B)).isEqualTo(55);
        assertThat(portfolio.percent(Segment.C)).isEqualTo(35);
        assertThat(portfolio(0, 0, 0).percent(Segment.A)).isZero();
    }

    @Test
    void aProfileWithoutSegmentsFlagsNothing() {
        Portfolio portfolio =
                Portfolio.of(Collections.nCopies(50, Segment.C), DAY, ShippedProfile.SANS_SEGMENTS.profile());

        assertThat(portfolio.flags()).isEmpty();
    }

    @ParameterizedTest(name = "R-SEG-8 {0} % referent and {1} % specialised: {2} to {3} dossiers")
    @CsvSource({"100, 0, 80, 100", "80, 0, 64, 80", "50, 0, 40, 50", "0, 100, 0, 40", "50, 50, 40, 70", "33, 0, 26, 33"
    })
    void theLoadIsScaledByTheFractionOfFullTime(int referent, int specialised, int least, int most) {
        assertThat(LoadGuide.of(referent, specialised, PROFILE.load())).isEqualTo(new LoadGuide(least, most));
    }

    @ParameterizedTest(name = "{0} dossiers of a full-time referent are {1} the guide")
    @CsvSource({"79, BELOW", "80, WITHIN", "100, WITHIN", "101, ABOVE"})
    void theLoadIsShown(int dossiers, LoadGuide.Level level) {
        assertThat(LoadGuide.of(100, 0, PROFILE.load()).level(dossiers)).isEqualTo(level);
    }

    /** R-SEG-0: nine dossiers are too few to be flagged, until the profile says otherwise. */
    @Test
    void aPortfolioIsLookedAtWithTheFiguresOfTheDay() {
        List<Segment> nine = Collections.nCopies(9, Segment.C);
        OrganisationProfile changed =
                PlannedFigures.planned(PROFILE, FigureGroup.SEGMENTS, DAY, "PORTFOLIO_SILENT_BELOW=9");

        assertThat(Portfolio.of(nine, DAY.minusDays(1), changed).flags()).isEmpty();
        assertThat(Portfolio.of(nine, DAY, changed).flags()).isNotEmpty();
    }
}
