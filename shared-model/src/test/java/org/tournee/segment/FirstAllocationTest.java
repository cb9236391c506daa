package org.tournee.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierFixture;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.PlannedFigures;
import org.tournee.profile.ShippedProfile;
import org.tournee.workflow.DossierCourse;

/** When the receiving worker decides definitively, and what two changes on one day leave. Rules: R-SEG-4, R-SEG-5. */
class FirstAllocationTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();

    /** {@code A!} is decided definitively; days are half-open, an open end runs. */
    private static DossierContents dossier(String stays) {
        DossierFixture dossier = DossierFixture.openedOn(LocalDate.of(2026, 1, 1));
        for (String stay : stays.split(" ", -1)) {
            String[] parts = stay.split(":", -1);
            boolean decided = parts[0].endsWith("!");
            Segment segment = Segment.valueOf(parts[0].replace("!", ""));
            LocalDate from = LocalDate.parse("2026-" + parts[1]);
            LocalDate until = parts.length < 3 ? null : LocalDate.parse("2026-" + parts[2]);
            dossier.stays(new Stay(
                    new Stay.Span(segment, from, until), decided ? new Stay.Allocation(from, REFERENT) : null));
        }
        return dossier.contents();
    }

    @ParameterizedTest(name = "R-SEG-5 allocation {0}: {1} is due on {2}")
    @CsvSource({
        "1, A:02-01, 2026-05-01",
        "2, INTAKE_2:01-01:02-01 A:02-01, 2026-05-01",
        "3, INTAKE_2:01-01:02-01 A!:02-01, ",
        "4, INTAKE_2:01-01, ",
        "5, INTAKE_2:01-01:02-01 A:02-01:03-01 B!:03-01, ",
        "6, INTAKE_2:01-01:02-01 A:02-01:03-01 B:03-01, ",
        "7, INTAKE_2:01-01:02-01 A:02-01:03-01 A:04-01, 2026-06-04",
        "8, INTAKE_2:01-01:02-01 A:02-01:03-01 A:03-01, 2026-05-01",
        "9, INTAKE_2:01-01:02-01 A:02-01:02-11 A:03-01:03-11 A:04-01, 2026-06-12",
        "10, INTAKE_2:01-01:02-01 A!:02-01:03-01 A:04-01, ",
        "11, INTAKE_2:01-01:02-01 A:02-01:02-01 A:02-01, 2026-05-01",
        "12, INTAKE_2:01-01:02-01 A:02-01:02-01 B!:02-01, ",
        "13, A:02-01:03-01 INTAKE_1:04-01:05-01 B:05-01, 2026-08-01"
    })
    void aClosureDoesNotSpareIt(int number, String stays, LocalDate due) {
        DossierContents contents = dossier(stays);
        LocalDate today = LocalDate.of(2026, 5, 2);

        assertThat(ReviewRules.of(contents, today, PROFILE).stream()
                        .filter(review -> review.duty() == ReviewDuty.DEFINITIVE_ALLOCATION)
                        .map(Review::dueOn))
                .isEqualTo(due == null ? List.of() : List.of(due));
        assertThat(DossierCourse.of(contents, today).awaitsAllocation()).isEqualTo(due != null);
    }

    @ParameterizedTest(name = "R-SEG-4 lived stays {0}: of {1} stay {2}")
    @CsvSource({
        "1, A:02-01, A",
        "2, A:02-01:02-01 B:02-01, B",
        "3, A:02-01:02-01 B:02-01:02-01 C:02-01, C",
        "4, INTAKE_2:01-01:02-01 A:02-01:02-01 B:02-01:03-01 C:03-01, INTAKE_2 B C"
    })
    void ofTwoChangesOnOneDayTheLastOneCounts(int number, String stays, String lived) {
        DossierContents contents = dossier(stays);

        assertThat(contents.livedStays().stream()
                        .map(stay -> stay.span().segment().name()))
                .containsExactly(lived.split(" ", -1));
        assertThat(PaceRules.verdicts(contents, LocalDate.of(2027, 6, 1), PROFILE))
                .allMatch(verdict -> verdict.normed().period().days() > 0);
    }

    /** From the first of March on two months are given; a closure in between makes no later reception. */
    @ParameterizedTest(name = "R-SEG-0 allocation {0}: {1} is due on {2}")
    @CsvSource({
        "1, A:02-28, 2026-05-28",
        "2, A:03-01, 2026-05-01",
        "3, INTAKE_2:01-01:02-01 A:02-01:02-11 A:04-01, 2026-06-22"
    })
    void aReceptionKeepsTheMonthsOfItsDay(int number, String stays, LocalDate due) {
        OrganisationProfile changed = PlannedFigures.planned(
                PROFILE, FigureGroup.SEGMENTS, LocalDate.of(2026, 3, 1), "DEFINITIVE_ALLOCATION=2");

        DossierContents contents = dossier(stays);
        Stay running = contents.stayOn(LocalDate.of(2026, 5, 2)).orElseThrow().value();

        assertThat(FirstAllocation.dueOn(contents, running, changed)).contains(due);
    }
}
