package org.tournee.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.bilan.BilanConclusion;
import org.tournee.dossier.DossierFixture;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.PlannedFigures;
import org.tournee.profile.ShippedProfile;

/** Reviews. Rules: R-SEG-5, R-SEG-7. */
class ReviewRulesTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
    private static final LocalDate ENTERED = LocalDate.of(2026, 1, 31);

    private static List<Review> reviews(DossierFixture dossier, LocalDate today) {
        return ReviewRules.of(dossier.contents(), today, PROFILE);
    }

    private static Review review(DossierFixture dossier, LocalDate today, ReviewDuty duty) {
        return reviews(dossier, today).stream()
                .filter(review -> review.duty() == duty)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "R-SEG-7 a stay in {0} is reviewed on {1}")
    @CsvSource({"INTAKE_1, 2026-04-30", "A, 2026-07-31", "B, 2028-01-31", "C, 2029-01-31"})
    void aStayIsReviewedAtItsLimit(Segment segment, LocalDate due) {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(segment, ENTERED, null);

        assertThat(review(dossier, ENTERED, ReviewDuty.STAY_REVIEW).dueOn()).isEqualTo(due);
    }

    @Test
    void theSecondIntakeHasNoLimit() {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(Segment.INTAKE_2, ENTERED, null);

        assertThat(reviews(dossier, ENTERED)).extracting(Review::duty).containsExactly(ReviewDuty.ANNUAL_REVISION);
    }

    @ParameterizedTest(name = "R-SEG-7 on {0} a review of 31 July is at {1}")
    @CsvSource({
        "2026-05-31, NOT_YET",
        "2026-06-01, FIRST",
        "2026-06-30, FIRST",
        "2026-07-01, SECOND",
        "2026-07-23, SECOND",
        "2026-07-24, LAST",
        "2026-07-31, LAST",
        "2026-08-01, OVERDUE"
    })
    void itIsToldSixtyThirtyAndSevenDaysAheadAndWhenOverdue(LocalDate today, NoticeStage stage) {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(Segment.A, ENTERED, null);

        Review review = review(dossier, today, ReviewDuty.STAY_REVIEW);

        assertThat(review.stage()).isEqualTo(stage);
        assertThat(review.isTold()).isEqualTo(stage != NoticeStage.NOT_YET);
    }

    @Test
    void anExemptionDoesNotMoveTheLimit() {
        DossierFixture dossier =
                DossierFixture.openedOn(ENTERED).stays(Segment.A, ENTERED, null).exempt(ENTERED, ENTERED.plusMonths(3));

        assertThat(review(dossier, ENTERED, ReviewDuty.STAY_REVIEW).dueOn()).isEqualTo(LocalDate.of(2026, 7, 31));
    }

    @Test
    void theAllocationIsDecidedWithinThreeMonthsOfTheReception() {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED.minusMonths(2))
                .stays(Segment.INTAKE_2, ENTERED.minusMonths(2), ENTERED)
                .stays(Segment.B, ENTERED, null);

        assertThat(review(dossier, ENTERED, ReviewDuty.DEFINITIVE_ALLOCATION).dueOn())
                .isEqualTo(LocalDate.of(2026, 4, 30));
    }

    @Test
    void onceDecidedItIsNotAskedForAgain() {
        Stay decided = new Stay(new Stay.Span(Segment.B, ENTERED, null), new Stay.Allocation(ENTERED, REFERENT));
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(decided);

        assertThat(reviews(dossier, ENTERED.plusYears(1)))
                .extracting(Review::duty)
                .doesNotContain(ReviewDuty.DEFINITIVE_ALLOCATION);
    }

    @Test
    void aLaterChangeIsADecisionItself() {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED)
                .stays(Segment.A, ENTERED.minusMonths(5), ENTERED)
                .stays(Segment.B, ENTERED, null);

        assertThat(reviews(dossier, ENTERED)).extracting(Review::duty).doesNotContain(ReviewDuty.DEFINITIVE_ALLOCATION);
    }

    @Test
    void theSituationIsRevisedAYearAfterTheLastConclusion() {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED);
        dossier.add(conclusion(LocalDate.of(2026, 6, 1)));
        dossier.add(conclusion(LocalDate.of(2026, 3, 1)));

        assertThat(review(dossier, ENTERED, ReviewDuty.ANNUAL_REVISION).dueOn()).isEqualTo(LocalDate.of(2027, 6, 1));
    }

    @Test
    void withoutAConclusionAYearAfterTheOpening() {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED);

        assertThat(review(dossier, ENTERED, ReviewDuty.ANNUAL_REVISION).dueOn()).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void aClosedDossierNeedsNone() {
        DossierFixture dossier =
                DossierFixture.openedOn(ENTERED).stays(Segment.A, ENTERED, null).closedOn(ENTERED.plusDays(9));

        assertThat(reviews(dossier, ENTERED.plusYears(1))).isEmpty();
    }

    @Test
    void theNearestComesFirst() {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(Segment.A, ENTERED, null);

        assertThat(reviews(dossier, ENTERED))
                .extracting(Review::duty)
                .containsExactly(ReviewDuty.DEFINITIVE_ALLOCATION, ReviewDuty.STAY_REVIEW, ReviewDuty.ANNUAL_REVISION);
    }

    @Test
    void withoutSegmentsTheRevisionRemains() {
        DossierFixture dossier = DossierFixture.openedOn(ENTERED).stays(Segment.A, ENTERED, null);

        assertThat(ReviewRules.of(dossier.contents(), ENTERED, ShippedProfile.SANS_SEGMENTS.profile()))
                .extracting(Review::duty)
                .containsExactly(ReviewDuty.ANNUAL_REVISION);
    }

    private static BilanConclusion conclusion(LocalDate day) {
        return new BilanConclusion(new BilanConclusion.Conclusion(
                BilanConclusion.Orientation.SOCIAL_FOLLOW_UP_EQUITY, day, "Situation revue ensemble."));
    }

    /** From March on a bilan is looked at again every six months; what was concluded before has its twelve. */
    @ParameterizedTest(name = "R-SEG-0 opened on {0}: revised on {1}")
    @CsvSource({"2026-02-28, 2027-02-28", "2026-03-01, 2026-09-01"})
    void aRevisionIsCountedByTheFigureOfTheDayFromWhichItCounts(LocalDate opened, LocalDate due) {
        OrganisationProfile changed =
                PlannedFigures.planned(PROFILE, FigureGroup.REVIEWS, LocalDate.of(2026, 3, 1), "REVISION=6");

        assertThat(ReviewRules.of(DossierFixture.openedOn(opened).contents(), LocalDate.of(2026, 6, 1), changed))
                .extracting(Review::dueOn)
                .containsExactly(due);
    }

    /** Notices follow the day on which they are made: from the tenth of June on the first one comes ninety days ahead. */
    @ParameterizedTest(name = "R-SEG-0 on {0} a review of 31 August is at {1}")
    @CsvSource({"2026-06-09, NOT_YET", "2026-06-10, FIRST"})
    void aNoticeIsMadeAsIsSaidToday(LocalDate today, NoticeStage stage) {
        LocalDate entered = LocalDate.of(2026, 2, 28);
        DossierFixture dossier = DossierFixture.openedOn(entered).stays(Segment.A, entered, null);
        OrganisationProfile changed =
                PlannedFigures.planned(PROFILE, FigureGroup.REVIEWS, LocalDate.of(2026, 6, 10), "FIRST_NOTICE=90");

        assertThat(ReviewRules.of(dossier.contents(), today, changed))
                .filteredOn(review -> review.duty() == ReviewDuty.STAY_REVIEW)
                .extracting(Review::stage)
                .containsExactly(stage);
    }
}
