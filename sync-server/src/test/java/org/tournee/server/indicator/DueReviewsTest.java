package org.tournee.server.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.profile.ShippedProfile;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;

/** Which reviews were due in the first half of 2026, and whether they were held in time, case by case. Rules: R-SEG-7, R-IND. */
class DueReviewsTest {

    private static final UUID DOSSIER = new UUID(1, 1);
    private static final Period HALF = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    private final DueReviews due = new DueReviews(ShippedProfile.VIENNE.profile(), HALF, TODAY);

    @ParameterizedTest(name = "R-SEG-7 stay {0}: {1} from {2} to {3}: {4}")
    @CsvSource({
        "1, A, 2025-09-01, , late",
        "2, A, 2025-09-01, 2026-03-01, in time",
        "3, A, 2025-09-01, 2026-03-02, late",
        "4, A, 2025-09-01, 2025-12-31, in time",
        "5, A, 2025-09-01, 2025-12-30, none",
        "6, A, 2025-12-10, , none",
        "7, A, 2025-12-09, , late",
        "8, A, 2025-06-30, , none",
        "9, B, 2025-09-01, , none",
        "10, B, 2024-03-01, 2026-02-20, in time",
        "11, INTAKE_2, 2024-03-01, , none"
    })
    void aStayIsReviewedByItsLimit(int number, Segment segment, LocalDate from, @Nullable LocalDate to, String what) {
        assertThat(said(due.ofStays(List.of(new DueReviews.StayOf(DOSSIER, new Stay.Span(segment, from, to))))))
                .isEqualTo(what);
    }

    @ParameterizedTest(name = "R-SEG-7 merge {0}: A from 2025-09-01, C from {1}, both running: {2}")
    @CsvSource({"1, 2025-12-30, none", "2, 2025-12-31, in time", "3, 2026-03-02, late"})
    void ofTwoStaysThatRunTheOneEnteredLastCounts(int number, LocalDate other, String what) {
        assertThat(said(due.ofStays(List.of(
                        new DueReviews.StayOf(DOSSIER, new Stay.Span(Segment.A, LocalDate.of(2025, 9, 1), null)),
                        new DueReviews.StayOf(DOSSIER, new Stay.Span(Segment.C, other, null))))))
                .isEqualTo(what);
    }

    @ParameterizedTest(name = "R-SEG-7 year {0}: opened and concluded {1}, closed {2}: {3}")
    @CsvSource({
        "1, 2025-03-01, , late",
        "2, 2025-03-01 2026-03-01, , in time",
        "3, 2025-03-01 2026-03-02, , late",
        "4, 2025-03-01 2025-09-01, , none",
        "5, 2025-03-01 2026-01-15, , in time",
        "6, 2024-03-01 2025-03-01 2026-02-01, , in time",
        "7, 2025-03-01, 2026-02-28, none",
        "8, 2025-03-01, 2026-03-02, late",
        "9, 2025-06-10, , none",
        "10, 2025-06-09, , late"
    })
    void aDossierIsLookedAtAnewEveryYear(int number, String days, @Nullable LocalDate closed, String what) {
        List<DueReviews.YearFrom> years = Stream.of(days.split(" ", -1))
                .map(day -> new DueReviews.YearFrom(DOSSIER, LocalDate.parse(day), closed))
                .toList();

        assertThat(said(due.ofYears(years))).isEqualTo(what);
    }

    private static String said(List<Happened> reviews) {
        assertThat(reviews).hasSizeLessThan(2);
        return reviews.stream()
                .findFirst()
                .map(review -> review.inTime() ? "in time" : "late")
                .orElse("none");
    }
}
